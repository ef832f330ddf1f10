import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region, within, zone } from "./shared.ts";

/** docs/resources/rdb_instance.md: whether "to store logical backups in the same region". Neither the default nor the other region is said there. */
const backups: Placement["sends"] = [
  {
    path: "backup_same_region",
    kind: "backup",
    means: "region",
    absent: {
      means: "elsewhere",
      because: "Backups may be kept in another region than the instance's unless `backup_same_region` is true.",
    },
    special: {
      true: { means: "here", because: "Backups stay in the region of the instance." },
      false: {
        means: "elsewhere",
        because: "Backups may be kept in another region than the instance's unless `backup_same_region` is true.",
      },
    },
  },
];

/** Managed databases and analytics. */
export const resources = {
  scaleway_datalab: region,
  scaleway_datawarehouse_database: within(["region"], "deployment_id", "scaleway_datawarehouse_deployment"),
  scaleway_datawarehouse_deployment: region,
  scaleway_datawarehouse_user: within(["region"], "deployment_id", "scaleway_datawarehouse_deployment"),
  scaleway_kafka_cluster: region,
  scaleway_mongodb_instance: region,
  scaleway_mongodb_snapshot: within(["region"], "instance_id", "scaleway_mongodb_instance", "data.scaleway_mongodb_instance"),
  scaleway_mongodb_user: within(["region"], "instance_id", "scaleway_mongodb_instance", "data.scaleway_mongodb_instance"),
  scaleway_opensearch_deployment: region,
  scaleway_rdb_acl: within(["region"], "instance_id", "scaleway_rdb_instance", "data.scaleway_rdb_instance"),
  scaleway_rdb_database: within(["region"], "instance_id", "scaleway_rdb_instance", "data.scaleway_rdb_instance"),
  scaleway_rdb_database_backup: within(["region"], "instance_id", "scaleway_rdb_instance", "data.scaleway_rdb_instance"),
  scaleway_rdb_instance: {
    ...region,
    sends: backups,
    zones: ["private_network[].zone"],
    notPlaces: { "load_balancer[].endpoint_id": "A public address of the instance." },
  },
  scaleway_rdb_privilege: within(["region"], "instance_id", "scaleway_rdb_instance", "data.scaleway_rdb_instance"),
  scaleway_rdb_read_replica: {
    ...within(["region"], "instance_id", "scaleway_rdb_instance", "data.scaleway_rdb_instance"),
    notPlaces: {
      "direct_access[].hostname": "A name of the replica.",
      "direct_access[].endpoint_id": "A name of the replica.",
      same_zone: "Whether the replica is in the zone of its source; it is in the region in any case.",
    },
  },
  scaleway_rdb_snapshot: within(["region"], "instance_id", "scaleway_rdb_instance", "data.scaleway_rdb_instance"),
  scaleway_rdb_user: within(["region"], "instance_id", "scaleway_rdb_instance", "data.scaleway_rdb_instance"),
  scaleway_redis_cluster: zone,
  scaleway_sdb_sql_database: region,
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_datalab: region,
  scaleway_datalabs: region,
  scaleway_kafka_cluster: region,
  scaleway_mongodb_databases: region,
  scaleway_mongodb_instance: region,
  scaleway_opensearch_deployment: region,
  scaleway_rdb_acl: region,
  scaleway_rdb_database: region,
  scaleway_rdb_database_backup: region,
  scaleway_rdb_instance: region,
  scaleway_rdb_privilege: region,
  scaleway_redis_cluster: zone,
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
