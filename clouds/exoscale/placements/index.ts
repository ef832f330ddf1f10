/**
 * How the place of every Exoscale resource type and data source is found: one entry each, by family. A type of the provider's schema that has no
 * entry, or an entry that is no type, does not compile; a location-like attribute that no entry mentions fails a test.
 *
 * Whatever has a place writes its zone; two of the zones are in Switzerland.
 */
import type { Complete } from "../../contract/complete.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ExoscaleDataSourceType, ExoscaleResourceType } from "../types.ts";
import * as account from "./account.ts";
import * as compute from "./compute.ts";
import * as databases from "./databases.ts";

/** Every family, so that a test can hold that no two of them know the same type. */
export const families = {
  account,
  compute,
  databases,
} as const;

const allResources = {
  ...account.resources,
  ...compute.resources,
  ...databases.resources,
};

const allDataSources = {
  ...account.dataSources,
  ...compute.dataSources,
  ...databases.dataSources,
};

true satisfies Complete<typeof allResources, ExoscaleResourceType>;
true satisfies Complete<typeof allDataSources, ExoscaleDataSourceType>;

export const resources: Readonly<Record<ExoscaleResourceType, Placement>> = allResources;
export const dataSources: Readonly<Record<ExoscaleDataSourceType, Placement>> = allDataSources;
