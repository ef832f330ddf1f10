import { at } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ExoscaleDataSourceType, ExoscaleResourceType } from "../types.ts";

const zone = at("zone");

/** Managed databases and where their logs and metrics go. An endpoint is a receiver outside Exoscale; an integration sends to it. */
export const resources = {
  exoscale_database: zone,
  exoscale_dbaas: zone,
  exoscale_dbaas_external_endpoint_datadog: { ...zone, sends: [{ path: "site", kind: "log", means: "endpoint" }] },
  exoscale_dbaas_external_endpoint_elasticsearch: { ...zone, sends: [{ path: "url", kind: "log", means: "endpoint" }] },
  exoscale_dbaas_external_endpoint_opensearch: { ...zone, sends: [{ path: "url", kind: "log", means: "endpoint" }] },
  // Whoever knows the credentials fetches metrics; nothing is sent by itself.
  exoscale_dbaas_external_endpoint_prometheus: zone,
  exoscale_dbaas_external_endpoint_rsyslog: { ...zone, sends: [{ path: "server", kind: "log", means: "endpoint" }] },
  exoscale_dbaas_external_integration: {
    ...zone,
    sends: [
      {
        path: "dest_endpoint_id",
        kind: "log",
        means: "reference",
        of: [
          "exoscale_dbaas_external_endpoint_datadog",
          "exoscale_dbaas_external_endpoint_elasticsearch",
          "exoscale_dbaas_external_endpoint_opensearch",
          "exoscale_dbaas_external_endpoint_prometheus",
          "exoscale_dbaas_external_endpoint_rsyslog",
        ],
      },
    ],
  },
  exoscale_dbaas_kafka_user: zone,
  exoscale_dbaas_mysql_database: zone,
  exoscale_dbaas_mysql_user: zone,
  exoscale_dbaas_opensearch_user: zone,
  exoscale_dbaas_pg_connection_pool: zone,
  exoscale_dbaas_pg_database: zone,
  exoscale_dbaas_pg_user: zone,
  exoscale_dbaas_valkey_user: zone,
} satisfies Partial<Record<ExoscaleResourceType, Placement>>;

export const dataSources = {
  exoscale_database_uri: zone,
} satisfies Partial<Record<ExoscaleDataSourceType, Placement>>;
