import { at, beside, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { UpcloudDataSourceType, UpcloudResourceType } from "../types.ts";

const inService: Placement = beside("service_uuid", "upcloud_managed_object_storage");

/** Object storage. Its regions, `europe-1`, are not the zones of everything else. */
export const resources = {
  upcloud_managed_object_storage: at("region"),
  upcloud_managed_object_storage_bucket: inService,
  upcloud_managed_object_storage_custom_domain: {
    ...inService,
    notPlaces: { domain_name: "A name under which the service answers as well." },
  },
  upcloud_managed_object_storage_policy: inService,
  upcloud_managed_object_storage_user: inService,
  upcloud_managed_object_storage_user_access_key: inService,
  upcloud_managed_object_storage_user_policy: inService,
} satisfies Partial<Record<UpcloudResourceType, Placement>>;

export const dataSources = {
  upcloud_managed_object_storage_policies: inService,
  upcloud_managed_object_storage_regions: {
    ...nowhere("Lists the regions of object storage."),
    notPlaces: { "regions[]": "What the list holds; nothing is put there." },
  },
} satisfies Partial<Record<UpcloudDataSourceType, Placement>>;
