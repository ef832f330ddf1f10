import { InputError } from "../../../catalogue/index.ts";
import type { LowerContext } from "../../contract/index.ts";

/** What nearly every resource names: the project, and the region. */
export function home(cx: LowerContext): { readonly project_id: string; readonly region: string } {
  const project = cx.account["project"];
  if (project === undefined) throw new InputError(`STACKIT needs the id of your project: account: { project: "…" }.`);
  return { project_id: project, region: cx.region };
}

/** The zone that a spec names, else the region's first. */
export function zoneOf(zone: string | undefined, cx: LowerContext): string {
  return zone ?? cx.place.zones[0] ?? `${cx.region}-1`;
}
