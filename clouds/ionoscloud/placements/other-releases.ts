import type { OtherReleases } from "../../contract/facts.ts";
import { at, beside } from "../../contract/placed.ts";
import { readings } from "../readings.ts";
import { dataSources, resources } from "./databases.ts";
import { resources as edge } from "./edge.ts";
import { inDataCentre } from "./shared.ts";

/** Types of other releases than the one whose schema is read. */
export const otherReleases: OtherReleases = {
  // github.com/ionos-cloud/terraform-provider-ionoscloud docs/resources of the releases that have them, read on 2026-11-28, the newer on 2026-11-29.
  resources: {
    ionoscloud_dataplatform_cluster: inDataCentre,
    ionoscloud_dataplatform_node_pool: beside("cluster_id", "ionoscloud_dataplatform_cluster"),
    ionoscloud_dns_zone_dnssec: edge.ionoscloud_dns_record,
    // docs/resources/dbaas_mariadb_cluster_v2.md: the same attributes as of PostgreSQL.
    ionoscloud_mariadb_cluster_v2: resources.ionoscloud_pg_cluster_v2,
  },
  dataSources: {
    ionoscloud_mariadb_backup_locations_v2: at("location"),
    ionoscloud_mariadb_backups_v2: at("location"),
    ionoscloud_mariadb_cluster_v2: dataSources.ionoscloud_pg_cluster_v2,
    ionoscloud_mariadb_clusters_v2: dataSources.ionoscloud_pg_clusters_v2,
    ionoscloud_mariadb_versions_v2: at("location"),
  },
  readings: { ionoscloud_mariadb_cluster_v2: readings.ionoscloud_pg_cluster_v2 },
};
