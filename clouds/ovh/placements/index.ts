/**
 * How the place of every OVHcloud resource type and data source is found: one entry each, by family. A type of the provider's schema that has no
 * entry, or an entry that is no type, does not compile; a location-like attribute that no entry mentions fails a test.
 *
 * A data source moves nothing by itself, so most are accepted (`lookup`, `global`); one that names its region in an argument is judged by it. What a
 * lookup finds may still place something else: the guard follows that reference, and finds the region that the lookup told, or nothing.
 */
import type { Complete } from "../../contract/complete.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";
import * as account from "./account.ts";
import * as databases from "./databases.ts";
import * as dedicated from "./dedicated.ts";
import * as domain from "./domain.ts";
import * as hosting from "./hosting.ts";
import * as instances from "./instances.ts";
import * as ip from "./ip.ts";
import * as iplb from "./iplb.ts";
import * as keys from "./keys.ts";
import * as kubernetes from "./kubernetes.ts";
import * as logs from "./logs.ts";
import * as network from "./network.ts";
import * as objectStorage from "./object-storage.ts";
import * as project from "./project.ts";
import * as registry from "./registry.ts";
import * as volumes from "./volumes.ts";
import * as vrack from "./vrack.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  account,
  databases,
  dedicated,
  domain,
  hosting,
  instances,
  ip,
  iplb,
  keys,
  kubernetes,
  logs,
  network,
  objectStorage,
  project,
  registry,
  volumes,
  vrack,
} as const;

const allResources = {
  ...account.resources,
  ...databases.resources,
  ...dedicated.resources,
  ...domain.resources,
  ...hosting.resources,
  ...instances.resources,
  ...ip.resources,
  ...iplb.resources,
  ...keys.resources,
  ...kubernetes.resources,
  ...logs.resources,
  ...network.resources,
  ...objectStorage.resources,
  ...project.resources,
  ...registry.resources,
  ...volumes.resources,
  ...vrack.resources,
};

const allDataSources = {
  ...account.dataSources,
  ...databases.dataSources,
  ...dedicated.dataSources,
  ...domain.dataSources,
  ...hosting.dataSources,
  ...instances.dataSources,
  ...ip.dataSources,
  ...iplb.dataSources,
  ...keys.dataSources,
  ...kubernetes.dataSources,
  ...logs.dataSources,
  ...network.dataSources,
  ...objectStorage.dataSources,
  ...project.dataSources,
  ...registry.dataSources,
  ...volumes.dataSources,
  ...vrack.dataSources,
};

true satisfies Complete<typeof allResources, OvhResourceType>;
true satisfies Complete<typeof allDataSources, OvhDataSourceType>;

export const resources: Readonly<Record<OvhResourceType, Placement>> = allResources;
export const dataSources: Readonly<Record<OvhDataSourceType, Placement>> = allDataSources;
