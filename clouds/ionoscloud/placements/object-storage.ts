import { at, beside, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { IonoscloudDataSourceType, IonoscloudResourceType } from "../types.ts";
import { BUCKETS } from "./shared.ts";

const inBucket: Placement = beside("bucket", ...BUCKETS);
const redirect = "Where a visitor's browser is sent.";
const inOne: Placement = reads("Reads from a bucket, which is named and says nothing of its place.");

/** Object storage. Its regions have names of their own, `eu-central-3`; what belongs to a bucket is where the bucket is. */
export const resources = {
  // internal/framework/services/objectstorage/resource_bucket.go has the region as the attribute's own default. The block's s3_region signs and
  // addresses requests; one elsewhere is refused as well.
  ionoscloud_s3_bucket: {
    by: "attribute",
    paths: ["region"],
    absent: {
      means: "default",
      because: "A bucket without a region is made in the provider's default.",
      of: ["eu-central-3"],
      block: ["s3_region"],
    },
  },
  ionoscloud_s3_bucket_cors_configuration: inBucket,
  ionoscloud_s3_bucket_lifecycle_configuration: inBucket,
  ionoscloud_s3_bucket_object_lock_configuration: inBucket,
  ionoscloud_s3_bucket_policy: inBucket,
  ionoscloud_s3_bucket_public_access_block: inBucket,
  ionoscloud_s3_bucket_server_side_encryption_configuration: inBucket,
  ionoscloud_s3_bucket_versioning: inBucket,
  ionoscloud_s3_bucket_website_configuration: {
    ...inBucket,
    notPlaces: {
      redirect_all_requests_to: redirect,
      "routing_rule[].redirect": redirect,
    },
  },
  ionoscloud_s3_object: { ...inBucket, notPlaces: { website_redirect: redirect } },
  // The copy lies in its own bucket; what is read from another one comes to it.
  ionoscloud_s3_object_copy: { ...inBucket, notPlaces: { website_redirect: redirect } },
  ionoscloud_user_object_storage_bucket: at("region"),
} satisfies Partial<Record<IonoscloudResourceType, Placement>>;

export const dataSources = {
  ionoscloud_s3_bucket: reads("Reads a bucket by its name.", "region"),
  ionoscloud_s3_bucket_policy: inOne,
  ionoscloud_s3_object: inOne,
  ionoscloud_s3_objects: inOne,
  ionoscloud_user_object_storage_bucket: at("region"),
} satisfies Partial<Record<IonoscloudDataSourceType, Placement>>;
