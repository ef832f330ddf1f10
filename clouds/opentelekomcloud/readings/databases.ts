import type { ExposureReading, IngressReading, Reading } from "../../contract/reading.ts";
import type { OpentelekomcloudResourceType } from "../types.ts";
import { copied, keptFor, unasked, underKey } from "./sources.ts";

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
      nodes: { as: "number", path: "expect_node_num", absent: 1 },
      inTransit: { as: "switch", path: "enable_https", when: [true], absent: false },
      backedUp: { as: "companion", type: "opentelekomcloud_css_snapshot_configuration_v1", path: "cluster_id" },
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
      ...keptFor("backup_policy[].save_days", 0),
      zones: { as: "distinct", path: "available_zones", absent: 1 },
    },
  },
  opentelekomcloud_dcs_instance_v2: {
    concept: "database",
    encryption: unasked("caches"),
    ingress: whitelist,
    facts: {
      engine: { as: "value", path: "engine" },
      version: { as: "value", path: "engine_version" },
      // A single instance cannot be backed up; without a policy none is (docs/resources/dcs_instance_v2.md).
      ...keptFor("backup_policy[].save_days", 0),
      inTransit: { as: "switch", path: "ssl_enable", when: [true], absent: false },
      zones: { as: "distinct", path: "availability_zones", absent: 1 },
    },
  },
  opentelekomcloud_dds_backup_v3: { concept: "backup", encryption: copied },
  opentelekomcloud_dds_instance_v3: {
    concept: "database",
    encryption: underKey("disk_encryption_id", "dds_instance_v3"),
    facts: {
      engine: { as: "value", path: "datastore[].type" },
      version: { as: "value", path: "datastore[].version" },
      // Seven days unless told otherwise; 0 makes none (docs/resources/dds_instance_v3.md).
      ...keptFor("backup_strategy[].keep_days", 7),
      inTransit: { as: "switch", path: "ssl", when: [true], absent: true },
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
    facts: { nodes: { as: "number", path: "number_of_node" } },
  },
  opentelekomcloud_gaussdb_mysql_instance_v3: {
    concept: "database",
    encryption: unasked("this database"),
    facts: {
      engine: { as: "value", path: "datastore[].engine" },
      version: { as: "value", path: "datastore[].version" },
      // Seven days and one read replica unless told otherwise; 0 days make no backups (docs/resources/gaussdb_mysql_instance_v3.md).
      ...keptFor("backup_strategy[].keep_days", 7),
      nodes: { as: "positive", path: "read_replicas", absent: true },
      zones: {
        as: "switch",
        path: "availability_zone_mode",
        when: ["multi"],
        absent: false,
        remedy: 'Set availability_zone_mode to "multi", with the zone of the primary in master_availability_zone.',
      },
    },
  },
  opentelekomcloud_rds_backup_v3: { concept: "backup", encryption: copied },
  opentelekomcloud_rds_instance_v1: {
    concept: "database",
    encryption: unasked("databases of this version: take rds_instance_v3"),
    facts: {
      engine: { as: "value", path: "datastore[].type" },
      version: { as: "value", path: "datastore[].version" },
      ...keptFor("backupstrategy[].keepdays", 0),
      nodes: { as: "switch", path: "ha[].enable", when: [true], absent: false },
    },
  },
  opentelekomcloud_rds_instance_v3: {
    concept: "database",
    encryption: underKey("volume[].disk_encryption_id", "rds_instance_v3"),
    exposure: addresses,
    facts: {
      engine: { as: "value", path: "db[].type" },
      version: { as: "value", path: "db[].version" },
      // Without days, or with none, no backups are made (docs/resources/rds_instance_v3.md).
      ...keptFor("backup_strategy[].keep_days", 0),
      zones: { as: "distinct", path: "availability_zone", absent: 1 },
      // A mode of replication is written for an instance with a standby only (docs/resources/rds_instance_v3.md).
      nodes: { as: "present", path: "ha_replication_mode" },
      inTransit: { as: "nothing", because: "The attribute ssl_enable offers TLS; whether clear text is refused, none says." },
    },
  },
  opentelekomcloud_rds_read_replica_v3: {
    concept: "database",
    encryption: underKey("volume[].disk_encryption_id", "rds_read_replica_v3"),
    exposure: addresses,
    facts: {
      inTransit: { as: "nothing", because: "The attribute ssl_enable offers TLS; whether clear text is refused, none says." },
      backedUp: { as: "nothing", because: "A replica is a copy of its primary, which is backed up itself." },
      backupDays: { as: "nothing", because: "A replica is a copy of its primary, which is backed up itself." },
      nodes: { as: "nothing", because: "It is one of several nodes itself: its primary has the others." },
      zones: { as: "nothing", because: "It stands in one zone; which its primary stands in, the primary says." },
    },
  },
} satisfies Partial<Record<OpentelekomcloudResourceType, Reading>>;
