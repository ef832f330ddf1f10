import { readPlan } from "../../../guard/index.ts";
import type { Reading } from "../../../guard/subject/infrastructure.ts";
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

/** A pool of that cluster. */
export const POOL = "ovh_cloud_project_kube_nodepool.p";

/** OVHcloud's provider, as the configuration in a plan has its block. */
export const OVH = {
  ovh: { name: "ovh", full_name: "registry.terraform.io/ovh/ovh", expressions: { endpoint: { constant_value: "ovh-eu" } } },
};

/** A resource, a data source or something ephemeral, as the configuration in a plan has it: by its address, `data.ovh_x.d`. */
export function configured(
  address: string,
  expressions: Json = {},
  more: { readonly [key: string]: Json } = {},
): { readonly address: string; readonly [key: string]: Json } {
  const [, mode = "managed", type = "", name = ""] = /^(?:(data|ephemeral)\.)?(\w+)\.(\w+)$/.exec(address) ?? [];
  return { address, mode, type, name, provider_config_key: "ovh", expressions, ...more };
}
