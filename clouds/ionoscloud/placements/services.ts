import { at } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { IonoscloudDataSourceType, IonoscloudResourceType } from "../types.ts";
import { onNetwork, sought, withinRegional } from "./shared.ts";

const who = { "client_groups[].hosts": "Machines that may mount the share." } as const;

/**
 * Regional services: messages, shared files, logs and metrics. Without a location each calls its own default address, unless an environment variable
 * names another (services/<product>/client.go, read on 2026-11-28).
 */
export const resources = {
  ionoscloud_kafka_cluster: onNetwork,
  ionoscloud_kafka_cluster_topic: withinRegional("cluster_id", "ionoscloud_kafka_cluster", "data.ionoscloud_kafka_cluster"),
  ionoscloud_logging_pipeline: {
    by: "attribute",
    paths: ["location"],
    absent: { means: "default", because: "The default address is in Berlin.", of: ["de/txl"], env: ["IONOS_API_URL_LOGGING"] },
  },
  ionoscloud_monitoring_pipeline: {
    by: "attribute",
    paths: ["location"],
    absent: { means: "default", because: "The default address is in Frankfurt.", of: ["de/fra"], env: ["IONOS_API_URL_MONITORING"] },
  },
  ionoscloud_nfs_cluster: onNetwork,
  ionoscloud_nfs_share: { ...withinRegional("cluster_id", "ionoscloud_nfs_cluster", "data.ionoscloud_nfs_cluster"), notPlaces: who },
} satisfies Partial<Record<IonoscloudResourceType, Placement>>;

export const dataSources = {
  ionoscloud_kafka_cluster: at("location"),
  ionoscloud_kafka_cluster_topic: at("location"),
  ionoscloud_kafka_user_credentials: sought("Reads a login of a cluster."),
  ionoscloud_kafka_users: sought("Lists logins of a cluster."),
  ionoscloud_logging_pipeline: sought("Reads a pipeline at the address that is called."),
  ionoscloud_monitoring_pipeline: sought("Reads a pipeline at the address that is called."),
  ionoscloud_nfs_cluster: at("location"),
  ionoscloud_nfs_share: { ...sought("Reads a share at the address that is called."), notPlaces: who },
} satisfies Partial<Record<IonoscloudDataSourceType, Placement>>;
