import { at, beside, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

/** Block volumes and shared files of Public Cloud, and Enterprise File Storage. */
export const resources = {
  ovh_cloud_project_file_storage_share: { ...at("region_name"), zones: ["availability_zone"] },
  ovh_cloud_project_file_storage_share_network: { ...at("region_name"), zones: ["availability_zone"] },
  ovh_cloud_project_volume: {
    ...at("region_name"),
    zones: ["availability_zone"],
    notPlaces: { "encryption.kms.domain_id": "The key ring that holds the volume's key; its own place is judged where it is declared." },
  },
  ovh_cloud_project_volume_backup: { ...at("region_name"), told: ["region"] },
  ovh_cloud_storage_block_volume: { ...at("region"), zones: ["availability_zone"], told: ["current_state.location.region"] },
  ovh_cloud_storage_block_volume_backup: { ...at("region"), told: ["current_state.location.region"] },
  ovh_cloud_storage_block_volume_snapshot: { ...at("region"), told: ["current_state.location.region"] },
  ovh_cloud_storage_file_share: { ...at("region"), zones: ["availability_zone"], told: ["current_state.location.region"] },
  // "The region is inherited from the parent share": docs/resources/cloud_storage_file_share_acl.md.
  ovh_cloud_storage_file_share_acl: beside("share_id", "ovh_cloud_storage_file_share", "data.ovh_cloud_storage_file_share"),
  ovh_cloud_storage_file_share_network: { ...at("region"), told: ["current_state.location.region"] },
  ovh_cloud_storage_file_share_snapshot: {
    ...beside("share_id", "ovh_cloud_storage_file_share", "data.ovh_cloud_storage_file_share"),
    told: ["current_state.location.region"],
  },
  // docs/resources/storage_efs.md: label "region", value "eu-west-gra".
  ovh_storage_efs: {
    by: "order",
    lists: ["plan[].configuration[]", "plan_option[].configuration[]"],
    labels: { region: "region" },
    told: ["region"],
  },
  ovh_storage_efs_share: beside("service_name", "ovh_storage_efs", "data.ovh_storage_efs"),
  ovh_storage_efs_share_acl: beside("service_name", "ovh_storage_efs", "data.ovh_storage_efs"),
  ovh_storage_efs_share_snapshot: beside("service_name", "ovh_storage_efs", "data.ovh_storage_efs"),
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_cloud_project_volume: at("region_name"),
  ovh_cloud_project_volumes: at("region_name"),
  ovh_cloud_storage_block_volume: reads("Reads one volume.", "location.region"),
  ovh_cloud_storage_block_volume_backup: reads("Reads one backup of a volume.", "location.region"),
  ovh_cloud_storage_block_volume_backups: at("region"),
  ovh_cloud_storage_block_volume_snapshot: reads("Reads one snapshot of a volume.", "location.region"),
  ovh_cloud_storage_block_volume_snapshots: at("region"),
  ovh_cloud_storage_block_volumes: at("region"),
  ovh_cloud_storage_file_share: reads("Reads one share.", "location.region"),
  ovh_cloud_storage_file_share_acl: beside("share_id", "ovh_cloud_storage_file_share", "data.ovh_cloud_storage_file_share"),
  ovh_cloud_storage_file_share_acls: beside("share_id", "ovh_cloud_storage_file_share", "data.ovh_cloud_storage_file_share"),
  ovh_cloud_storage_file_share_network: reads("Reads one share network.", "location.region"),
  ovh_cloud_storage_file_share_networks: {
    ...reads("Lists share networks; `region` narrows the list.", "region", "share_networks[].location.region"),
    asked: ["region"],
  },
  ovh_cloud_storage_file_share_snapshot: reads("Reads one snapshot of a share.", "current_state.location.region"),
  ovh_cloud_storage_file_share_snapshots: reads("Lists snapshots of shares.", "share_snapshots[].current_state.location.region"),
  ovh_cloud_storage_file_shares: {
    ...reads("Lists shares; `region` narrows the list.", "region", "file_shares[].location.region"),
    asked: ["region"],
  },
  ovh_storage_efs: reads("Reads one Enterprise File Storage service.", "region"),
  ovh_storage_efs_share_access_path: beside("service_name", "ovh_storage_efs", "data.ovh_storage_efs"),
  ovh_storage_efs_share_access_paths: beside("service_name", "ovh_storage_efs", "data.ovh_storage_efs"),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
