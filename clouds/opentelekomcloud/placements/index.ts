/**
 * How the place of every Open Telekom Cloud resource type and data source is found: one entry each, by family. A type of the provider's schema that
 * has no entry, or an entry that is no type, does not compile; a location-like attribute that no entry mentions fails a test.
 *
 * Nearly everything is where the provider block says, or its own `region`. A zone cannot leave its region; one of another region is refused.
 */
import type { Complete } from "../../contract/complete.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import * as account from "./account.ts";
import * as analytics from "./analytics.ts";
import * as apiGateway from "./api-gateway.ts";
import * as compute from "./compute.ts";
import * as databases from "./databases.ts";
import * as dns from "./dns.ts";
import * as firewall from "./firewall.ts";
import * as functions from "./functions.ts";
import * as keys from "./keys.ts";
import * as kubernetes from "./kubernetes.ts";
import * as loadBalancers from "./load-balancers.ts";
import * as messaging from "./messaging.ts";
import * as network from "./network.ts";
import * as objectStorage from "./object-storage.ts";
import * as observability from "./observability.ts";
import * as orchestration from "./orchestration.ts";
import * as privateAccess from "./private-access.ts";
import * as storage from "./storage.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  account,
  analytics,
  apiGateway,
  compute,
  databases,
  dns,
  firewall,
  functions,
  keys,
  kubernetes,
  loadBalancers,
  messaging,
  network,
  objectStorage,
  observability,
  orchestration,
  privateAccess,
  storage,
} as const;

const allResources = {
  ...account.resources,
  ...analytics.resources,
  ...apiGateway.resources,
  ...compute.resources,
  ...databases.resources,
  ...dns.resources,
  ...firewall.resources,
  ...functions.resources,
  ...keys.resources,
  ...kubernetes.resources,
  ...loadBalancers.resources,
  ...messaging.resources,
  ...network.resources,
  ...objectStorage.resources,
  ...observability.resources,
  ...orchestration.resources,
  ...privateAccess.resources,
  ...storage.resources,
};

const allDataSources = {
  ...account.dataSources,
  ...analytics.dataSources,
  ...apiGateway.dataSources,
  ...compute.dataSources,
  ...databases.dataSources,
  ...dns.dataSources,
  ...firewall.dataSources,
  ...functions.dataSources,
  ...keys.dataSources,
  ...kubernetes.dataSources,
  ...loadBalancers.dataSources,
  ...messaging.dataSources,
  ...network.dataSources,
  ...objectStorage.dataSources,
  ...observability.dataSources,
  ...orchestration.dataSources,
  ...privateAccess.dataSources,
  ...storage.dataSources,
};

true satisfies Complete<typeof allResources, OpentelekomcloudResourceType>;
true satisfies Complete<typeof allDataSources, OpentelekomcloudDataSourceType>;

export const resources: Readonly<Record<OpentelekomcloudResourceType, Placement>> = allResources;
export const dataSources: Readonly<Record<OpentelekomcloudDataSourceType, Placement>> = allDataSources;
