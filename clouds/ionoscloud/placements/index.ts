/**
 * How the place of every IONOS resource type and data source is found: one entry each, by family. A type of the provider's schema that has no entry,
 * or an entry that is no type, does not compile; a location-like attribute that no entry mentions fails a test.
 *
 * The location of a virtual data centre is the root: what carries `datacenter_id` is there, whatever its own `location` says. Services beside the data
 * centres say their own location, object storage a region, and some are the contract's.
 */
import type { Complete } from "../../contract/complete.ts";
import type { Placement } from "../../contract/placement.ts";
import type { IonoscloudDataSourceType, IonoscloudResourceType } from "../types.ts";
import * as account from "./account.ts";
import * as compute from "./compute.ts";
import * as containers from "./containers.ts";
import * as databases from "./databases.ts";
import * as edge from "./edge.ts";
import * as network from "./network.ts";
import * as objectStorage from "./object-storage.ts";
import * as services from "./services.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  account,
  compute,
  containers,
  databases,
  edge,
  network,
  objectStorage,
  services,
} as const;

const allResources = {
  ...account.resources,
  ...compute.resources,
  ...containers.resources,
  ...databases.resources,
  ...edge.resources,
  ...network.resources,
  ...objectStorage.resources,
  ...services.resources,
};

const allDataSources = {
  ...account.dataSources,
  ...compute.dataSources,
  ...containers.dataSources,
  ...databases.dataSources,
  ...edge.dataSources,
  ...network.dataSources,
  ...objectStorage.dataSources,
  ...services.dataSources,
};

true satisfies Complete<typeof allResources, IonoscloudResourceType>;
true satisfies Complete<typeof allDataSources, IonoscloudDataSourceType>;

export const resources: Readonly<Record<IonoscloudResourceType, Placement>> = allResources;
export const dataSources: Readonly<Record<IonoscloudDataSourceType, Placement>> = allDataSources;
