import { nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, region } from "./shared.ts";

/** Volumes, shared files, their backups, and what keeps a second machine ready in another zone of the region. */
export const resources = {
  opentelekomcloud_blockstorage_volume_v2: { ...region, zones: ["availability_zone"] },
  opentelekomcloud_cbr_policy_v3: {
    ...here,
    sends: [{ path: "destination_region", kind: "backup", means: "region" }],
    notPlaces: { destination_project_id: "The project in the region that receives, which is named beside it." },
  },
  opentelekomcloud_cbr_vault_v3: { ...here, notPlaces: { "billing[].console_url": "Where the browser goes after an order." } },
  opentelekomcloud_csbs_backup_policy_v1: region,
  opentelekomcloud_csbs_backup_v1: region,
  opentelekomcloud_evs_volume_v3: { ...here, zones: ["availability_zone"] },
  // Storage disaster recovery copies between two zones of one region.
  opentelekomcloud_sdrs_protected_instance_v1: {
    ...here,
    notPlaces: {
      delete_target_eip: "Whether the second machine's address goes with it.",
      delete_target_server: "Whether the second machine goes with it.",
    },
  },
  opentelekomcloud_sdrs_protectiongroup_v1: {
    ...here,
    zones: ["source_availability_zone", "target_availability_zone"],
    notPlaces: { domain_id: "The kind of recovery that is sold, by its id." },
  },
  opentelekomcloud_sdrs_replication_attach_v1: here,
  opentelekomcloud_sdrs_replication_pair_v1: {
    ...here,
    notPlaces: { delete_target_volume: "Whether the second volume goes with it." },
  },
  opentelekomcloud_sfs_file_system_v2: { ...region, zones: ["availability_zone"] },
  opentelekomcloud_sfs_share_access_rules_v2: here,
  opentelekomcloud_sfs_turbo_share_v1: { ...region, zones: ["availability_zone"] },
  opentelekomcloud_vbs_backup_policy_v2: region,
  opentelekomcloud_vbs_backup_share_v2: region,
  opentelekomcloud_vbs_backup_v2: region,
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_cbr_backup_ids_v3: { ...here, zones: ["resource_az"] },
  opentelekomcloud_cbr_backup_v3: { ...here, zones: ["resource_az"] },
  opentelekomcloud_csbs_backup_policy_v1: region,
  opentelekomcloud_csbs_backup_v1: region,
  opentelekomcloud_evs_volumes_v2: { ...here, zones: ["availability_zone"] },
  opentelekomcloud_sdrs_domain_v1: nowhere("Describes a kind of recovery that is sold."),
  opentelekomcloud_sfs_file_system_v2: region,
  opentelekomcloud_sfs_turbo_share_v1: here,
  opentelekomcloud_vbs_backup_policy_v2: region,
  opentelekomcloud_vbs_backup_v2: region,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
