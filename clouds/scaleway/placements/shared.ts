import { home } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";

/** What is of a region, or of a zone, and takes that of the provider block where it names none. */
export const region: Placement = home("region");
export const zone: Placement = home("zone");

/** What belongs to something else and may name its region or zone; silent, it is where that is. */
export const within = (paths: readonly string[], path: string, ...of: readonly string[]): Placement => ({
  by: "attribute",
  paths,
  parent: { path, of },
  absent: { means: "provider", because: "Without a region the provider block's is taken." },
});
