import type { LoadedSchema } from "../../clouds/schema/index.ts";
import type { Simulation } from "../terraform/simulation.ts";
import { inventedSchema, type WrittenTypes } from "./schema.ts";

/** Providers and types that nobody simulates, and what the code says of them. */
export interface StandIns {
  /** Source addresses, with the host where it is none of the two public registries': `acme/cloud`, `registry.acme.eu/acme/cloud`. */
  readonly sources: readonly string[];
  /** By the source address of a simulated provider, types that its schema does not have: `resource.ovh_x`, `data.ovh_x`, `ephemeral.ovh_x`. */
  readonly newer: ReadonlyMap<string, ReadonlySet<string>>;
  readonly written: WrittenTypes;
  /** Addresses of data sources of theirs, without keys: `data.acme_zone.main`, `module.dns.data.acme_zone.main`. */
  readonly questions: readonly string[];
}

/**
 * Simulations, with what stands in for all that nobody simulates. Stand-ins of providers speak of all types: whose a type is, the code says. Nothing
 * stands in where there is too much.
 *
 * @param otherSources under which other source addresses a provider is found
 */
export function withStandIns(
  simulations: readonly Simulation[],
  standIns: StandIns | undefined,
  shared: Omit<Simulation, "source" | "schema" | "overlay">,
  otherSources: (source: string) => readonly string[],
): readonly Simulation[] {
  const invented = standIns && inventedSchema(standIns.written);
  if (standIns === undefined || invented === undefined) return simulations;
  const extended = simulations.map((one): Simulation => {
    const newer = new Set([one.source, ...otherSources(one.source)].flatMap((source) => [...(standIns.newer.get(source) ?? [])]));
    return newer.size === 0 ? one : { ...one, schema: extend(one.schema, invented, newer), newer };
  });
  return [...extended, ...standIns.sources.map((source) => ({ source, schema: invented, overlay: {}, ...shared, standIn: true }))];
}

/** A provider's schema with types that it does not have. */
function extend(own: LoadedSchema, invented: LoadedSchema, newer: ReadonlySet<string>): LoadedSchema {
  const added = (mode: string, types: readonly string[]): readonly string[] => types.filter((type) => newer.has(`${mode}.${type}`));
  return {
    ...own,
    resourceTypes: [...own.resourceTypes, ...added("resource", invented.resourceTypes)],
    dataSourceTypes: [...own.dataSourceTypes, ...added("data", invented.dataSourceTypes)],
    ephemeralTypes: [...own.ephemeralTypes, ...added("ephemeral", invented.ephemeralTypes)],
    resource: (type) => own.resource(type) ?? invented.resource(type),
    dataSource: (type) => own.dataSource(type) ?? invented.dataSource(type),
    ephemeral: (type) => own.ephemeral(type) ?? invented.ephemeral(type),
  };
}
