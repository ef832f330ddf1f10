/** `terroir/openstack`: clouds that are spoken to with OpenStack alone, their regions and what they have in common. */
import { defineCloud, s3Client } from "../contract/index.ts";
import { absent, remarks } from "./absent.ts";
import { lower } from "./lower/index.ts";
import { ovhRegions } from "./ovh-regions.ts";
import { regions } from "./regions.ts";
import { siteOf } from "./sites.ts";

/**
 * OpenStack, at whoever runs it: Elastx (`se-sto`), Cleura (`Kna1`, `Sto2`, `Fra1`), plusserver's Sovereign Cloud Stack (`prod1`), OVHcloud (`GRA11` …),
 * and with `openstack.outsideEu` Infomaniak (`dc3-a`, `dc4-a`) in Switzerland. The region says whose cloud it is; a policy that asks for operators under
 * the Union's control refuses some of them.
 *
 * Credentials come from the environment (OS_APPLICATION_CREDENTIAL_ID, OS_APPLICATION_CREDENTIAL_SECRET, or OS_USERNAME and the like); for buckets at
 * Cleura and plusserver MINIO_USER and MINIO_PASSWORD, an EC2 credential.
 *
 * @example
 * const place = openstack("se-sto");
 * console.assert(place.country === "SE" && "bucket" in place.offers && !("database" in place.offers));
 */
export const openstack = defineCloud({
  name: "openstack",
  provider: {
    name: "openstack",
    source: "terraform-provider-openstack/openstack",
    version: "~> 3.4",
    block: ({ region }) => ({ alias: region, args: { auth_url: siteOf(region).authUrl, region } }),
  },
  further: [
    s3Client((region) => {
      const { store } = siteOf(region);
      return { host: store === undefined ? "" : new URL(store.endpoint).host, region: store?.region ?? region };
    }),
  ],
  account: {},
  objectStorage(region) {
    const { store } = siteOf(region);
    return store === undefined ? undefined : { endpoint: store.endpoint, region: store.region };
  },
  regions: { ...regions, ...ovhRegions },
  lower,
  absent,
  remarks,
});
