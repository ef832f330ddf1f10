import { at } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

/** Buckets. A bucket's region is written as object storage writes it: `GRA`, not `GRA11`. */
export const resources = {
  // A temporary address by which whoever has it reads or writes one object, in the region of the bucket.
  ovh_cloud_project_region_storage_presign: at("region_name"),
  ovh_cloud_project_storage: {
    ...at("region_name"),
    told: ["region"],
    sends: [{ path: "replication.rules[].destination.region", kind: "replica", means: "region" }],
    notPlaces: { "replication.rules[].destination": "The bucket that receives; its region is an attribute of its own." },
  },
  ovh_cloud_project_storage_object_bucket_lifecycle_configuration: at("region_name"),
  // Copies what is already in the bucket to wherever the bucket's replication rules say (docs/resources/cloud_project_storage_replication_job.md).
  ovh_cloud_project_storage_replication_job: {
    ...at("region_name"),
    sends: [
      { path: "container_name", kind: "copy", means: "reference", of: ["ovh_cloud_project_storage", "data.ovh_cloud_project_storage"] },
    ],
  },
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_cloud_project_storage: at("region_name"),
  ovh_cloud_project_storage_object: at("region_name"),
  ovh_cloud_project_storage_object_bucket_lifecycle_configuration: at("region_name"),
  ovh_cloud_project_storage_objects: at("region_name"),
  ovh_cloud_project_storages: at("region_name"),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
