import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, region, toBucket } from "./shared.ts";

const visitors = "Where the site's visitors are sent; nothing that is kept goes there.";

/** Buckets, by the provider's own and by the S3 protocol. What belongs to a bucket and names no region calls the address of the block's. */
export const resources = {
  opentelekomcloud_obs_bucket: {
    ...region,
    sends: [toBucket("logging[].target_bucket", "log")],
    notPlaces: {
      "logging[].target_prefix": "How the names of the logs begin.",
      user_domain_names: "Names of the customer's own under which the bucket answers.",
      "website[].redirect_all_requests_to": visitors,
    },
  },
  opentelekomcloud_obs_bucket_inventory: {
    ...here,
    sends: [toBucket("destination[].bucket", "copy")],
    notPlaces: { "destination[]": "Where lists of objects are written: a bucket, which is judged by itself." },
  },
  opentelekomcloud_obs_bucket_object: here,
  opentelekomcloud_obs_bucket_policy: here,
  // Copies to a bucket of another region: that is its purpose (docs/resources/obs_bucket_replication.md).
  opentelekomcloud_obs_bucket_replication: { ...region, sends: [toBucket("destination_bucket", "replica")] },
  opentelekomcloud_s3_bucket: {
    ...region,
    sends: [toBucket("logging[].target_bucket", "log")],
    notPlaces: {
      hosted_zone_id: "A name that Amazon gives to its own regions; it means nothing here.",
      "logging[].target_prefix": "How the names of the logs begin.",
      website_domain: "A name under which the site answers.",
      website_endpoint: "A name under which the site answers.",
      "website[].redirect_all_requests_to": visitors,
    },
  },
  opentelekomcloud_s3_bucket_object: { ...here, notPlaces: { website_redirect: visitors } },
  opentelekomcloud_s3_bucket_policy: here,
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_obs_bucket: here,
  opentelekomcloud_obs_bucket_object: here,
  opentelekomcloud_s3_bucket_object: here,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
