/**
 * How the place of every OpenStack resource type and data source is found: one entry each, by family. A type of the provider's schema that has no
 * entry, or an entry that is no type, does not compile; a location-like attribute that no entry mentions fails a test.
 *
 * Nearly everything is in its own `region` or the block's. Whose region that is, only the identity address says: without it every code is undecided.
 */
import type { Complete } from "../../contract/complete.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OpenstackDataSourceType, OpenstackResourceType } from "../types.ts";
import * as compute from "./compute.ts";
import * as databases from "./databases.ts";
import * as dns from "./dns.ts";
import * as identity from "./identity.ts";
import * as keys from "./keys.ts";
import * as kubernetes from "./kubernetes.ts";
import * as loadBalancers from "./load-balancers.ts";
import * as network from "./network.ts";
import * as orchestration from "./orchestration.ts";
import * as storage from "./storage.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  compute,
  databases,
  dns,
  identity,
  keys,
  kubernetes,
  loadBalancers,
  network,
  orchestration,
  storage,
} as const;

const allResources = {
  ...compute.resources,
  ...databases.resources,
  ...dns.resources,
  ...identity.resources,
  ...keys.resources,
  ...kubernetes.resources,
  ...loadBalancers.resources,
  ...network.resources,
  ...orchestration.resources,
  ...storage.resources,
};

const allDataSources = {
  ...compute.dataSources,
  ...databases.dataSources,
  ...dns.dataSources,
  ...identity.dataSources,
  ...keys.dataSources,
  ...kubernetes.dataSources,
  ...loadBalancers.dataSources,
  ...network.dataSources,
  ...orchestration.dataSources,
  ...storage.dataSources,
};

true satisfies Complete<typeof allResources, OpenstackResourceType>;
true satisfies Complete<typeof allDataSources, OpenstackDataSourceType>;

export const resources: Readonly<Record<OpenstackResourceType, Placement>> = allResources;
export const dataSources: Readonly<Record<OpenstackDataSourceType, Placement>> = allDataSources;
