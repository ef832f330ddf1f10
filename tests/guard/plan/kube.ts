import { readPlan } from "../../../guard/index.ts";
import type { Reading } from "../../../guard/infrastructure.ts";
import type { Json } from "../../../guard/values/json.ts";
import { change, judgedPlan, refusedBy } from "../judging.ts";

/** A cluster in a plan, for tests of what a plan says of it. */
export const KUBE = "ovh_cloud_project_kube.k";
export const kube = (after: Json, more: { readonly [key: string]: Json } = {}): Json => change(KUBE, after, more);
export const at = (region: string): { readonly [key: string]: Json } => ({ service_name: "p", name: "k", region, private_network_id: "n" });

/** What residency/region says of one address. */
export const verdict = (json: Json, address: string = KUBE): string =>
  refusedBy(judgedPlan(json), "residency/region").find((one) => one.address === address)?.verdict ?? "inside";

export const read = (json: Json, address: string, path: string): readonly Reading[] | undefined =>
  readPlan(json, "plan.json").find(address)?.read(path);
