import type { FormerTypes } from "../../contract/facts.ts";
import { at } from "../../contract/placed.ts";

/** Types of earlier releases, which configurations still name. */
export const former: FormerTypes = {
  // github.com/UpCloudLtd/terraform-provider-upcloud docs/resources of the releases that had them, read on 2026-11-28.
  resources: { upcloud_managed_database_redis: at("zone"), upcloud_object_storage: at("zone") },
  dataSources: {},
};
