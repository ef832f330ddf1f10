/**
 * How the place of every 3DS Outscale resource type and data source is found: one entry each, by family. A type of the provider's schema that has no
 * entry, or an entry that is no type, does not compile; a location-like attribute that no entry mentions fails a test.
 *
 * Nearly everything is where the provider block says. A subregion, where one is written, names the region as well; it cannot leave it, so that it may answer where the block is silent.
 */
import type { Complete } from "../../contract/complete.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OutscaleDataSourceType, OutscaleResourceType } from "../types.ts";
import * as account from "./account.ts";
import * as compute from "./compute.ts";
import * as kubernetes from "./kubernetes.ts";
import * as loadBalancers from "./load-balancers.ts";
import * as network from "./network.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  account,
  compute,
  kubernetes,
  loadBalancers,
  network,
} as const;

const allResources = {
  ...account.resources,
  ...compute.resources,
  ...kubernetes.resources,
  ...loadBalancers.resources,
  ...network.resources,
};

const allDataSources = {
  ...account.dataSources,
  ...compute.dataSources,
  ...kubernetes.dataSources,
  ...loadBalancers.dataSources,
  ...network.dataSources,
};

true satisfies Complete<typeof allResources, OutscaleResourceType>;
true satisfies Complete<typeof allDataSources, OutscaleDataSourceType>;

export const resources: Readonly<Record<OutscaleResourceType, Placement>> = allResources;
export const dataSources: Readonly<Record<OutscaleDataSourceType, Placement>> = allDataSources;
