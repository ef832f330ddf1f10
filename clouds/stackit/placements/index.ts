/**
 * How the place of every STACKIT resource type and data source is found: one entry each, by family. A type of the provider's schema that has no entry, or
 * an entry that is no type, does not compile; a location-like attribute that no entry mentions fails a test.
 *
 * What is of a region may name it; everything else is where the provider block says.
 */
import type { Complete } from "../../contract/complete.ts";
import type { Placement } from "../../contract/placement.ts";
import type { StackitDataSourceType, StackitResourceType } from "../types.ts";
import * as account from "./account.ts";
import * as compute from "./compute.ts";
import * as databases from "./databases.ts";
import * as edge from "./edge.ts";
import * as network from "./network.ts";
import * as observability from "./observability.ts";
import * as services from "./services.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  account,
  compute,
  databases,
  edge,
  network,
  observability,
  services,
};

const allResources = {
  ...account.resources,
  ...compute.resources,
  ...databases.resources,
  ...edge.resources,
  ...network.resources,
  ...observability.resources,
  ...services.resources,
};

const allDataSources = {
  ...account.dataSources,
  ...compute.dataSources,
  ...databases.dataSources,
  ...edge.dataSources,
  ...network.dataSources,
  ...observability.dataSources,
  ...services.dataSources,
};

true satisfies Complete<typeof allResources, StackitResourceType>;
true satisfies Complete<typeof allDataSources, StackitDataSourceType>;

export const resources: Readonly<Record<StackitResourceType, Placement>> = allResources;
export const dataSources: Readonly<Record<StackitDataSourceType, Placement>> = allDataSources;
