import { at, reads } from "../../contract/placed.ts";
import type { Absence, Placement, Sending } from "../../contract/placement.ts";
import type { IonoscloudDataSourceType, IonoscloudResourceType } from "../types.ts";
import { connected, onNetwork, sought, within } from "./shared.ts";

const location = at("location");
const moment = "A moment, and no place.";
const clusters = (name: string) => [`ionoscloud_${name}`, `data.ionoscloud_${name}`] as const;

/** docs/resources/dbaas_pgsql_cluster.md and dbaas_mongo_cluster.md name these three; the latter takes the nearest of them to the cluster. */
const nearest: Absence = {
  means: "default",
  because: "IONOS takes the nearest of the regions that it keeps backups in.",
  of: ["de", "eu-south-2", "eu-central-2"],
};
const backup = (path: string, absent?: Absence): Sending => ({ path, kind: "backup", means: "region", ...(absent && { absent }) });
const nowhereSaid: Absence = { means: "unknown", because: "IONOS chooses where backups are kept, and no page says where." };

/** Managed databases. Each says its location, and beside that where its backups go: regions of object storage. */
export const resources = {
  ionoscloud_inmemorydb_cluster_v2: {
    ...location,
    sends: [backup("snapshot.location")],
    notPlaces: {
      "connections.datacenter_id": connected["connections[].datacenter_id"],
      "restore_from_snapshot.recovery_target_datetime": moment,
    },
  },
  ionoscloud_inmemorydb_replicaset: onNetwork,
  ionoscloud_mariadb_cluster: { ...onNetwork, sends: [{ ...backup("backup[].location", nowhereSaid), always: true }] },
  ionoscloud_mongo_cluster: { ...location, sends: [{ ...backup("backup[].location", nearest), always: true }], notPlaces: connected },
  ionoscloud_mongo_user: within("cluster_id", ...clusters("mongo_cluster")),
  ionoscloud_pg_cluster: {
    ...location,
    sends: [backup("backup_location", nearest)],
    notPlaces: { ...connected, "from_backup[].recovery_target_time": moment },
  },
  ionoscloud_pg_cluster_v2: {
    ...location,
    sends: [backup("backup.location")],
    notPlaces: {
      "connections.datacenter_id": connected["connections[].datacenter_id"],
      "restore_from_backup.recovery_target_datetime": moment,
    },
  },
  ionoscloud_pg_database: within("cluster_id", ...clusters("pg_cluster")),
  ionoscloud_pg_user: within("cluster_id", ...clusters("pg_cluster")),
} satisfies Partial<Record<IonoscloudResourceType, Placement>>;

const one = "Reads one cluster.";
const many = "Lists what there is of a cluster.";

export const dataSources = {
  ionoscloud_inmemorydb_cluster_v2: location,
  ionoscloud_inmemorydb_clusters_v2: location,
  ionoscloud_inmemorydb_replicaset: sought(one),
  ionoscloud_inmemorydb_snapshot: location,
  ionoscloud_inmemorydb_snapshot_locations_v2: location,
  ionoscloud_inmemorydb_snapshots_v2: location,
  ionoscloud_inmemorydb_versions_v2: location,
  ionoscloud_mariadb_backups: sought(many),
  ionoscloud_mariadb_cluster: sought(one),
  ionoscloud_mongo_cluster: sought(one),
  ionoscloud_mongo_template: reads("Describes a size of cluster."),
  ionoscloud_mongo_user: sought(many),
  ionoscloud_pg_backup_location_v2: location,
  ionoscloud_pg_backups: sought(many),
  ionoscloud_pg_backups_v2: location,
  ionoscloud_pg_cluster: sought(one),
  ionoscloud_pg_cluster_v2: location,
  ionoscloud_pg_clusters_v2: location,
  ionoscloud_pg_database: sought(many),
  ionoscloud_pg_databases: sought(many),
  ionoscloud_pg_user: sought(many),
  ionoscloud_pg_versions: reads("Lists the releases that a cluster can have."),
  ionoscloud_pg_versions_v2: location,
} satisfies Partial<Record<IonoscloudDataSourceType, Placement>>;
