import { nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

/** A member of a database service: a user, a topic, an access list. It is where the service is. */
const inCluster: Placement = {
  by: "parent",
  path: "cluster_id",
  of: ["ovh_cloud_project_database", "data.ovh_cloud_project_database"],
};

/** Managed databases. A database's region is written as object storage writes it: `GRA`. */
export const resources = {
  // All nodes are in one region (docs/resources/cloud_project_database.md: no cluster over several regions yet).
  ovh_cloud_project_database: {
    by: "attribute",
    paths: ["nodes[].region"],
    sends: [
      {
        path: "backup_regions",
        kind: "backup",
        means: "region",
        absent: {
          means: "elsewhere",
          because:
            "Unless told otherwise, OVHcloud keeps a copy of the backups in a second region that it chooses by the region of the service.",
          // github.com/ovh/docs pages/public_cloud/public_cloud_databases/databases_05_automated_backups/guide.en-gb.md, with pull request 8506; read 2026-11-23.
          // Paris and Milan: pull request 8745 of the same, 2025-11-27; read 2026-11-29.
          regions: {
            GRA: "SBG",
            BHS: "SBG",
            DE: "GRA",
            SBG: "GRA",
            UK: "GRA",
            WAW: "GRA",
            RBX: "GRA",
            SGP: "BHS",
            "EU-WEST-PAR": "GRA",
            "EU-SOUTH-MIL": "GRA",
          },
        },
      },
    ],
  },
  ovh_cloud_project_database_clickhouse_user: inCluster,
  ovh_cloud_project_database_database: inCluster,
  ovh_cloud_project_database_integration: {
    ...inCluster,
    sends: [
      {
        path: "destination_service_id",
        kind: "copy",
        means: "reference",
        of: ["ovh_cloud_project_database", "data.ovh_cloud_project_database"],
      },
      {
        path: "source_service_id",
        kind: "copy",
        means: "reference",
        of: ["ovh_cloud_project_database", "data.ovh_cloud_project_database"],
      },
    ],
  },
  ovh_cloud_project_database_kafka_acl: inCluster,
  ovh_cloud_project_database_kafka_schemaregistryacl: inCluster,
  ovh_cloud_project_database_kafka_topic: inCluster,
  ovh_cloud_project_database_log_subscription: {
    ...inCluster,
    sends: [
      {
        path: "stream_id",
        kind: "log",
        means: "reference",
        of: ["ovh_dbaas_logs_output_graylog_stream", "data.ovh_dbaas_logs_output_graylog_stream"],
      },
    ],
  },
  // Opens an address at which somebody fetches metrics; nothing is sent by itself.
  ovh_cloud_project_database_mongodb_prometheus: inCluster,
  ovh_cloud_project_database_mongodb_user: inCluster,
  ovh_cloud_project_database_opensearch_pattern: inCluster,
  ovh_cloud_project_database_opensearch_user: inCluster,
  ovh_cloud_project_database_postgresql_connection_pool: inCluster,
  ovh_cloud_project_database_postgresql_user: inCluster,
  // Opens an address at which somebody fetches metrics; nothing is sent by itself.
  ovh_cloud_project_database_prometheus: inCluster,
  ovh_cloud_project_database_user: inCluster,
  ovh_cloud_project_database_valkey_user: inCluster,
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_cloud_project_database: reads("Reads one database service.", "nodes[].region"),
  ovh_cloud_project_database_capabilities: nowhere("Lists engines, versions and plans that are for sale."),
  ovh_cloud_project_database_certificates: inCluster,
  ovh_cloud_project_database_clickhouse_user: inCluster,
  ovh_cloud_project_database_database: inCluster,
  ovh_cloud_project_database_databases: inCluster,
  ovh_cloud_project_database_integration: inCluster,
  ovh_cloud_project_database_integrations: inCluster,
  ovh_cloud_project_database_kafka_acl: inCluster,
  ovh_cloud_project_database_kafka_acls: inCluster,
  ovh_cloud_project_database_kafka_schemaregistryacl: inCluster,
  ovh_cloud_project_database_kafka_schemaregistryacls: inCluster,
  ovh_cloud_project_database_kafka_topic: inCluster,
  ovh_cloud_project_database_kafka_topics: inCluster,
  ovh_cloud_project_database_kafka_user_access: inCluster,
  ovh_cloud_project_database_log_subscription: inCluster,
  ovh_cloud_project_database_log_subscriptions: inCluster,
  ovh_cloud_project_database_mongodb_prometheus: inCluster,
  ovh_cloud_project_database_mongodb_user: inCluster,
  ovh_cloud_project_database_opensearch_pattern: inCluster,
  ovh_cloud_project_database_opensearch_patterns: inCluster,
  ovh_cloud_project_database_opensearch_user: inCluster,
  ovh_cloud_project_database_postgresql_connection_pool: inCluster,
  ovh_cloud_project_database_postgresql_connection_pools: inCluster,
  ovh_cloud_project_database_postgresql_user: inCluster,
  ovh_cloud_project_database_prometheus: inCluster,
  ovh_cloud_project_database_user: inCluster,
  ovh_cloud_project_database_users: inCluster,
  ovh_cloud_project_database_valkey_user: inCluster,
  ovh_cloud_project_databases: reads("Lists the ids of database services, without their regions."),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
