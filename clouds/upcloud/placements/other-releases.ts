import type { OtherReleases } from "../../contract/facts.ts";
import { at, beside } from "../../contract/placed.ts";

/** Types of earlier releases, which configurations still name, and of later ones than the schema. */
export const otherReleases: OtherReleases = {
  // github.com/UpCloudLtd/terraform-provider-upcloud docs/resources of the releases that had them, read on 2026-11-28.
  resources: {
    upcloud_managed_database_redis: at("zone"),
    upcloud_object_storage: at("zone"),
    // pulumi.com/registry/packages/upcloud 0.19.1 (2026-09-11) ManagedDatabaseConnectionPool, made from the provider's schema; read on 2026-11-28.
    upcloud_managed_database_connection_pool: beside("service", "upcloud_managed_database_postgresql"),
  },
  dataSources: {},
};
