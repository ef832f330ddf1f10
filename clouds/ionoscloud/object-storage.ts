/** Where buckets of the contract stand, by location: the names that object storage has for them. Source: ionos-cloud/terraform-provider-ionoscloud services/objectstorage/client.go; seen 2026-11-23. */
const STORES: Readonly<Record<string, string>> = { "de/txl": "eu-central-3", "de/fra": "eu-central-4", "us/mci": "us-central-1" };

/** IONOS Object Storage as seen from a location; undefined where none stands. Same source. */
export function objectStorage(location: string): { readonly endpoint: string; readonly region: string } | undefined {
  const region = STORES[location];
  return region === undefined ? undefined : { endpoint: `https://s3.${region}.ionoscloud.com`, region };
}
