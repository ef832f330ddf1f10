import { InputError } from "../../../catalogue/index.ts";

/**
 * Object storage names locations, where Public Cloud names regions: GRA9 and GRA11 share the buckets of GRA. What is not here sells none that
 * the provider documents (local zones, the qualified regions), or belongs to the company in the United States.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_storage.md (`region_name`), docs.ovhcloud.com "Object Storage - Endpoints and Object Storage geoavailability"; seen 2026-11-23.
 */
const STORES: Readonly<Record<string, string>> = {
  ...named("GRA", "GRA1", "GRA3", "GRA5", "GRA7", "GRA9", "GRA11"),
  ...named("SBG", "SBG1", "SBG3", "SBG5", "SBG7"),
  ...named("RBX", "RBX-A"),
  ...named("DE", "DE1"),
  ...named("WAW", "WAW1"),
  ...named("EU-WEST-PAR", "EU-WEST-PAR"),
  ...named("EU-SOUTH-MIL", "EU-SOUTH-MIL"),
  ...named("UK", "UK1"),
  ...named("BHS", "BHS1", "BHS3", "BHS5"),
  ...named("CA-EAST-TOR", "CA-EAST-TOR-1"),
  ...named("SGP", "SGP1"),
  ...named("SYD", "SYD1"),
  ...named("AP-SOUTH-MUM", "AP-SOUTH-MUM-1"),
};

function named(store: string, ...regions: readonly string[]): Record<string, string> {
  return Object.fromEntries(regions.map((region) => [region, store]));
}

/** Where a region's buckets are, or nothing where it sells none. */
export function objectStorage(region: string): { readonly endpoint: string; readonly region: string } | undefined {
  const store = STORES[region]?.toLowerCase();
  if (store === undefined) return undefined;
  return { endpoint: `https://s3.${store}.io.cloud.ovh.net`, region: store };
}

/** The name that the bucket resources write for a region. */
export function storeOf(region: string, what: string): string {
  const store = STORES[region];
  if (store !== undefined) return store;
  throw new InputError(
    `${what} would stand in ${region}, where OVHcloud sells no object storage that its provider knows. Put it into one of ${Object.keys(STORES).join(", ")}.`,
  );
}
