import { reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region, within } from "./shared.ts";

/** Object storage. A policy, an access list and an object are where their bucket is. */
export const resources = {
  scaleway_object: within(["region"], "bucket", "scaleway_object_bucket", "data.scaleway_object_bucket"),
  scaleway_object_bucket: region,
  scaleway_object_bucket_acl: {
    ...within(["region"], "bucket", "scaleway_object_bucket", "data.scaleway_object_bucket"),
    notPlaces: { "access_control_policy[].grant[].grantee[].uri": "A group of accounts, by a name that has the form of an address." },
  },
  scaleway_object_bucket_lock_configuration: within(["region"], "bucket", "scaleway_object_bucket", "data.scaleway_object_bucket"),
  scaleway_object_bucket_policy: within(["region"], "bucket", "scaleway_object_bucket", "data.scaleway_object_bucket"),
  scaleway_object_bucket_server_side_encryption_configuration: within(
    ["region"],
    "bucket",
    "scaleway_object_bucket",
    "data.scaleway_object_bucket",
  ),
  scaleway_object_bucket_website_configuration: within(["region"], "bucket", "scaleway_object_bucket", "data.scaleway_object_bucket"),
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_object: region,
  scaleway_object_bucket: region,
  scaleway_object_bucket_policy: region,
  scaleway_object_bucket_server_side_encryption_configuration: reads("Reads how a bucket is encrypted.", "region"),
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
