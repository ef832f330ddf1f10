import type { ExposureReading, IngressReading, Reading } from "../../contract/reading.ts";
import type { OpentelekomcloudResourceType } from "../types.ts";
import { copied, unasked, underKey } from "./sources.ts";

const addresses: readonly ExposureReading[] = [
  {
    path: "public_ips",
    public: "present",
    absent: "private",
    remedy: "Leave out public_ips: the database then answers in its network only.",
  },
];
const whitelist: readonly IngressReading[] = [
  { path: "whitelist[].ip_list", absent: "closed", remedy: "List the private ranges of the applications that use it." },
];

/** Databases, caches, search and warehouses. They answer in their own network unless an address is asked for. */
export const readings = {
  opentelekomcloud_css_cluster_v1: {
    concept: "database",
    encryption: underKey("node_config[].volume[].encryption_key", "css_cluster_v1"),
    facts: {
      engine: { as: "value", path: "datastore[].type" },
      version: { as: "value", path: "datastore[].version" },
      nodes: { as: "value", path: "expect_node_num" },
    },
  },
  opentelekomcloud_css_snapshot_configuration_v1: { encryption: underKey("configuration[].kms_id", "css_snapshot_configuration_v1") },
  opentelekomcloud_dcs_instance_v1: {
    concept: "database",
    encryption: unasked("caches"),
    ingress: whitelist,
    facts: {
      engine: { as: "value", path: "engine" },
      version: { as: "value", path: "engine_version" },
      backupDays: { as: "days", path: "backup_policy[].save_days" },
    },
  },
  opentelekomcloud_dcs_instance_v2: {
    concept: "database",
    encryption: unasked("caches"),
    ingress: whitelist,
    facts: {
      engine: { as: "value", path: "engine" },
      version: { as: "value", path: "engine_version" },
      backupDays: { as: "days", path: "backup_policy[].save_days" },
    },
  },
  opentelekomcloud_dds_backup_v3: { concept: "backup", encryption: copied },
  opentelekomcloud_dds_instance_v3: {
    concept: "database",
    encryption: underKey("disk_encryption_id", "dds_instance_v3"),
    facts: {
      engine: { as: "value", path: "datastore[].type" },
      version: { as: "value", path: "datastore[].version" },
      backupDays: { as: "days", path: "backup_strategy[].keep_days" },
    },
  },
  opentelekomcloud_dws_cluster_v1: {
    concept: "database",
    encryption: unasked("warehouses"),
    exposure: [
      {
        path: "public_ip[].public_bind_type",
        public: ["auto_assign", "bind_existing"],
        absent: "private",
        remedy: 'Set public_bind_type to "not_use": the warehouse then answers in its network only.',
      },
    ],
    facts: { nodes: { as: "value", path: "number_of_node" } },
  },
  opentelekomcloud_gaussdb_mysql_instance_v3: {
    concept: "database",
    encryption: unasked("this database"),
    facts: {
      engine: { as: "value", path: "datastore[].engine" },
      version: { as: "value", path: "datastore[].version" },
      backupDays: { as: "days", path: "backup_strategy[].keep_days" },
    },
  },
  opentelekomcloud_rds_backup_v3: { concept: "backup", encryption: copied },
  opentelekomcloud_rds_instance_v1: {
    concept: "database",
    encryption: unasked("databases of this version: take rds_instance_v3"),
    facts: {
      engine: { as: "value", path: "datastore[].type" },
      version: { as: "value", path: "datastore[].version" },
      backupDays: { as: "days", path: "backupstrategy[].keepdays" },
    },
  },
  opentelekomcloud_rds_instance_v3: {
    concept: "database",
    encryption: underKey("volume[].disk_encryption_id", "rds_instance_v3"),
    exposure: addresses,
    facts: {
      engine: { as: "value", path: "db[].type" },
      version: { as: "value", path: "db[].version" },
      backupDays: { as: "days", path: "backup_strategy[].keep_days" },
    },
  },
  opentelekomcloud_rds_read_replica_v3: {
    concept: "database",
    encryption: underKey("volume[].disk_encryption_id", "rds_read_replica_v3"),
    exposure: addresses,
  },
} satisfies Partial<Record<OpentelekomcloudResourceType, Reading>>;
