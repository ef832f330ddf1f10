import type { ResourceBehaviour } from "../../contract/rehearsal.ts";
import { oneOf, REGION } from "./sold.ts";

/** Object, block and file storage, registries. What replaces and import ids: docs/resources of ovh/terraform-provider-ovh, seen 2026-11-23. */
export const storage: Readonly<Record<string, ResourceBehaviour>> = {
  ovh_cloud_project_storage: {
    // Removing or switching the object lock replaces as well; a rule inside it changes in place, so the whole is not listed.
    replaces: ["name", "owner_id"],
    importId: ["service_name", "region_name", "name"],
    unique: ["region_name", "name"],
    known: {
      "versioning.status": oneOf("versioning status", "enabled", "disabled", "suspended"),
      "object_lock.status": oneOf("object lock status", "enabled", "disabled"),
      "object_lock.rule.mode": oneOf("retention mode", "governance", "compliance"),
      "replication.rules.destination.region": REGION,
    },
    fills: {
      region: ({ region_name: region }) => region ?? null,
      virtual_host: ({ name, region_name: region }) => `https://${String(name)}.s3.${String(region).toLowerCase()}.rehearsal.invalid/`,
      objects: [],
      objects_count: 0,
      objects_size: 0,
      limit: 1000,
      marker: "",
      prefix: "",
      tags: {},
    },
  },
  ovh_cloud_project_storage_object_bucket_lifecycle_configuration: {
    replaces: ["container_name"],
    importId: ["service_name", "region_name", "container_name"],
  },
  ovh_cloud_storage_block_volume: {
    replaces: ["encryption", "create_from"],
    recomputed: ["updated_at", "checksum", "current_state"],
    importId: ["service_name", "id"],
    defaults: { volume_type: "CLASSIC" },
    known: { volume_type: oneOf("volume type", "CLASSIC", "HIGH_SPEED", "HIGH_SPEED_GEN2") },
  },
  ovh_cloud_project_volume: {
    replaces: ["type", "encryption"],
    fills: { status: "available", regions: ({ region_name: region }) => [region ?? null] },
  },
  ovh_cloud_storage_file_share: {
    replaces: ["protocol", "share_network_id", "share_type"],
    recomputed: ["updated_at", "checksum", "current_state"],
    importId: ["service_name", "id"],
  },
  ovh_cloud_storage_file_share_network: {
    replaces: ["network_id", "subnet_id"],
    recomputed: ["updated_at", "checksum", "current_state"],
    importId: ["service_name", "id"],
  },
  ovh_cloud_storage_file_share_acl: { replaces: ["share_id", "access_to", "access_level"] },
  ovh_cloud_project_containerregistry: {
    importId: ["service_name", "id"],
    fills: {
      project_id: ({ service_name: project }) => project ?? null,
      url: (_, cx) => `https://${cx.seed("registry", 8)}.rehearsal.invalid`,
      size: 0,
      version: "2.11",
      iam_enabled: false,
      plan: ({ plan_id: id }, cx) => [
        {
          id: id ?? cx.uuid("plan"),
          code: "registry.s-plan-equivalent.hour.consumption",
          name: "SMALL",
          created_at: "2026-01-01T00:00:00Z",
          updated_at: "2026-01-01T00:00:00Z",
          features: [{ vulnerability: false }],
          registry_limits: [{ image_storage: 214748364800, parallel_request: 15 }],
        },
      ],
    },
  },
  ovh_cloud_project_containerregistry_user: { replaces: ["registry_id", "email", "login"], unique: ["registry_id", "login"] },
};
