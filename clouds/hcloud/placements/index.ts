/**
 * How the place of every Hetzner Cloud resource type and data source is found: one entry each, by family. A type of the provider's schema that has no
 * entry, or an entry that is no type, does not compile; a location-like attribute that no entry mentions fails a test.
 *
 * Locations are written on resources and are optional: where one is silent Hetzner chooses, so that silence is refused.
 */
import type { Complete } from "../../contract/complete.ts";
import type { Placement } from "../../contract/placement.ts";
import type { HcloudDataSourceType, HcloudResourceType } from "../types.ts";
import * as names from "./names.ts";
import * as network from "./network.ts";
import * as servers from "./servers.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  names,
  network,
  servers,
} as const;

const allResources = {
  ...names.resources,
  ...network.resources,
  ...servers.resources,
};

const allDataSources = {
  ...names.dataSources,
  ...network.dataSources,
  ...servers.dataSources,
};

true satisfies Complete<typeof allResources, HcloudResourceType>;
true satisfies Complete<typeof allDataSources, HcloudDataSourceType>;

export const resources: Readonly<Record<HcloudResourceType, Placement>> = allResources;
export const dataSources: Readonly<Record<HcloudDataSourceType, Placement>> = allDataSources;
