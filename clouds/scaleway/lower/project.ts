import { InputError } from "../../../catalogue/index.ts";
import type { LowerContext } from "../../contract/index.ts";

/** Id of the project that everything belongs to. */
export function projectOf(cx: LowerContext): string {
  const project = cx.account["project"];
  if (project === undefined) throw new InputError(`Scaleway needs the id of your project: account: { project: "…" }.`);
  return project;
}

/** The zone that a spec names, else the region's first. */
export function zoneOf(zone: string | undefined, cx: LowerContext): string {
  return zone ?? cx.place.zones[0] ?? `${cx.region}-1`;
}
