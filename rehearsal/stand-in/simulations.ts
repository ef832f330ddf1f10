import type { Simulation } from "../terraform/simulation.ts";
import { inventedSchema, type WrittenTypes } from "./schema.ts";

/** Providers that nobody simulates, and what the code says of them. */
export interface StandIns {
  /** Source addresses, with the host where it is none of the two public registries': `acme/cloud`, `registry.acme.eu/acme/cloud`. */
  readonly sources: readonly string[];
  readonly written: WrittenTypes;
  /** Addresses of data sources of theirs, without keys: `data.acme_zone.main`, `module.dns.data.acme_zone.main`. */
  readonly questions: readonly string[];
}

/** All speak of all types: whose a type is, the code says. None where there is too much. */
export function standInSimulations(
  standIns: StandIns | undefined,
  shared: Omit<Simulation, "source" | "schema" | "overlay">,
): readonly Simulation[] {
  const schema = standIns && inventedSchema(standIns.written);
  return schema === undefined ? [] : (standIns?.sources ?? []).map((source) => ({ source, schema, overlay: {}, ...shared, standIn: true }));
}
