import { nowhere } from "../../contract/placed.ts";
import type { Placement, Sending } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, region, toAddress, toBucket } from "./shared.ts";

const zoned: Placement = { ...here, zones: ["availability_zone"] };
const sold = nowhere("Lists what is sold, by size and version.");
const instances = [
  "opentelekomcloud_rds_instance_v3",
  "opentelekomcloud_gaussdb_mysql_instance_v3",
  "opentelekomcloud_dds_instance_v3",
  "data.opentelekomcloud_rds_instance_v3",
  "data.opentelekomcloud_dds_instance_v3",
];

/** The end that receives may be in another region, or at an address that leads out of the cloud. `region` of the other end: with two writers data flows both ways. */
const replication: readonly Sending[] = [
  { path: "destination_db[].region", kind: "replica", means: "region" },
  { path: "destination_db[].instance_id", kind: "replica", means: "reference", of: instances },
  toAddress("destination_db[].ip", "replica"),
  { path: "source_db[].region", kind: "replica", means: "region" },
];

/** Databases, caches, search and warehouses, and what copies between them. */
export const resources = {
  opentelekomcloud_css_cluster_v1: { ...here, zones: ["node_config[].availability_zone"] },
  opentelekomcloud_css_snapshot_configuration_v1: { ...here, sends: [toBucket("configuration[].bucket", "backup")] },
  opentelekomcloud_dcs_instance_v1: { ...here, zones: ["available_zones"] },
  opentelekomcloud_dcs_instance_v2: { ...here, zones: ["availability_zones"] },
  opentelekomcloud_dds_backup_v3: here,
  opentelekomcloud_dds_instance_v3: { ...region, zones: ["availability_zone"] },
  opentelekomcloud_drs_task_v3: {
    ...here,
    sends: replication,
    notPlaces: {
      destination_db_readonly: "Whether the end that receives takes no other writes.",
      "destination_db[]": "The end that receives, whose region, instance and address are judged.",
    },
  },
  opentelekomcloud_dws_cluster_v1: {
    ...zoned,
    notPlaces: { "endpoints[]": "Addresses of the cluster itself.", "public_endpoints[]": "Addresses of the cluster itself." },
  },
  opentelekomcloud_gaussdb_mysql_instance_v3: {
    ...region,
    zones: ["master_availability_zone"],
    notPlaces: { availability_zone_mode: "Whether its nodes stand in one zone or in several.", time_zone: "The clock of the database." },
  },
  opentelekomcloud_rds_backup_v3: here,
  opentelekomcloud_rds_instance_v1: { ...region, zones: ["availabilityzone"] },
  opentelekomcloud_rds_instance_v3: zoned,
  opentelekomcloud_rds_maintenance_v3: here,
  opentelekomcloud_rds_parametergroup_v3: here,
  opentelekomcloud_rds_read_replica_v3: { ...region, zones: ["availability_zone"] },
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

export const dataSources = {
  opentelekomcloud_css_flavor_v1: sold,
  opentelekomcloud_dcs_az_v1: nowhere("Describes a zone of the region."),
  opentelekomcloud_dcs_certificate_v2: here,
  opentelekomcloud_dcs_maintainwindow_v1: nowhere("Lists the hours in which work may be done."),
  opentelekomcloud_dcs_product_v1: sold,
  opentelekomcloud_dds_flavors_v3: sold,
  opentelekomcloud_dds_instance_v3: here,
  opentelekomcloud_dws_flavors_v2: { ...region, zones: ["availability_zone"] },
  opentelekomcloud_rds_backup_v3: here,
  opentelekomcloud_rds_flavors_v1: region,
  opentelekomcloud_rds_flavors_v3: sold,
  opentelekomcloud_rds_instance_v3: region,
  opentelekomcloud_rds_versions_v3: sold,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
