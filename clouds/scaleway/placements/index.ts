/**
 * How the place of every Scaleway resource type and data source is found: one entry each, by family. A type of the provider's schema that has no
 * entry, or an entry that is no type, does not compile; a location-like attribute that no entry mentions fails a test.
 *
 * Region and zone are optional nearly everywhere: silent, they are those of the provider block, of its environment, or `fr-par`. What belongs to something else is where that is.
 */
import type { Complete } from "../../contract/complete.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import * as account from "./account.ts";
import * as compute from "./compute.ts";
import * as databases from "./databases.ts";
import * as edge from "./edge.ts";
import * as keys from "./keys.ts";
import * as kubernetes from "./kubernetes.ts";
import * as loadBalancers from "./load-balancers.ts";
import * as messaging from "./messaging.ts";
import * as network from "./network.ts";
import * as observability from "./observability.ts";
import * as serverless from "./serverless.ts";
import * as storage from "./storage.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  account,
  compute,
  databases,
  edge,
  keys,
  kubernetes,
  loadBalancers,
  messaging,
  network,
  observability,
  serverless,
  storage,
} as const;

const allResources = {
  ...account.resources,
  ...compute.resources,
  ...databases.resources,
  ...edge.resources,
  ...keys.resources,
  ...kubernetes.resources,
  ...loadBalancers.resources,
  ...messaging.resources,
  ...network.resources,
  ...observability.resources,
  ...serverless.resources,
  ...storage.resources,
};

const allDataSources = {
  ...account.dataSources,
  ...compute.dataSources,
  ...databases.dataSources,
  ...edge.dataSources,
  ...keys.dataSources,
  ...kubernetes.dataSources,
  ...loadBalancers.dataSources,
  ...messaging.dataSources,
  ...network.dataSources,
  ...observability.dataSources,
  ...serverless.dataSources,
  ...storage.dataSources,
};

true satisfies Complete<typeof allResources, ScalewayResourceType>;
true satisfies Complete<typeof allDataSources, ScalewayDataSourceType>;

export const resources: Readonly<Record<ScalewayResourceType, Placement>> = allResources;
export const dataSources: Readonly<Record<ScalewayDataSourceType, Placement>> = allDataSources;
