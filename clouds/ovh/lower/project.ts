import { InputError } from "../../../catalogue/index.ts";
import type { LowerContext } from "../../contract/index.ts";

/** Id of the Public Cloud project that everything belongs to. */
export function projectOf(cx: LowerContext): string {
  const project = cx.account["project"];
  if (project === undefined) throw new InputError(`OVHcloud needs the id of your Public Cloud project: account: { project: "…" }.`);
  return project;
}

/** A local zone: a small site with fewer products, by the operator's naming (`EU-WEST-LZ-LUX-A`). */
export function isLocalZone(region: string): boolean {
  return region.includes("-LZ-");
}
