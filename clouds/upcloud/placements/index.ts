/**
 * How the place of every UpCloud resource type and data source is found: one entry each, by family. A type of the provider's schema that has no
 * entry, or an entry that is no type, does not compile; a location-like attribute that no entry mentions fails a test.
 *
 * Whatever has a place of its own writes its zone, object storage its region; the rest is where the thing is that it belongs to.
 */
import type { Complete } from "../../contract/complete.ts";
import type { Placement } from "../../contract/placement.ts";
import type { UpcloudDataSourceType, UpcloudResourceType } from "../types.ts";
import * as compute from "./compute.ts";
import * as databases from "./databases.ts";
import * as network from "./network.ts";
import * as objectStorage from "./object-storage.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  compute,
  databases,
  network,
  objectStorage,
} as const;

const allResources = {
  ...compute.resources,
  ...databases.resources,
  ...network.resources,
  ...objectStorage.resources,
};

const allDataSources = {
  ...compute.dataSources,
  ...databases.dataSources,
  ...network.dataSources,
  ...objectStorage.dataSources,
};

true satisfies Complete<typeof allResources, UpcloudResourceType>;
true satisfies Complete<typeof allDataSources, UpcloudDataSourceType>;

export const resources: Readonly<Record<UpcloudResourceType, Placement>> = allResources;
export const dataSources: Readonly<Record<UpcloudDataSourceType, Placement>> = allDataSources;
