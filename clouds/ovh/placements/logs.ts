import { nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

/** A service of the Logs Data Platform is bought beforehand; its cluster says in which region it is. */
const inService: Placement = { by: "parent", path: "service_name", of: ["ovh_dbaas_logs_cluster", "data.ovh_dbaas_logs_cluster"] };

/** Logs Data Platform: where logs are kept, and by which way they come in. */
export const resources = {
  // docs/resources/dbaas_logs_cluster.md: the cluster exists already, the resource takes it over and sets who may reach it.
  ovh_dbaas_logs_cluster: {
    by: "assigned",
    because: "The cluster was bought beforehand and is only taken over here: it says where it is once it has been read.",
    told: ["region"],
  },
  ovh_dbaas_logs_encryption_key: inService,
  ovh_dbaas_logs_input: inService,
  ovh_dbaas_logs_output_graylog_stream: {
    ...inService,
    notPlaces: { cold_storage_target: "Which storage product keeps the archives (PCA or PCS), not where." },
  },
  ovh_dbaas_logs_output_opensearch_alias: inService,
  ovh_dbaas_logs_output_opensearch_index: inService,
  ovh_dbaas_logs_role: inService,
  ovh_dbaas_logs_role_permission_stream: inService,
  ovh_dbaas_logs_token: inService,
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_dbaas_logs_cluster: reads("Reads one cluster of logs.", "region"),
  ovh_dbaas_logs_cluster_retention: inService,
  ovh_dbaas_logs_clusters: reads("Lists the ids of clusters, without their regions."),
  ovh_dbaas_logs_encryption_key: inService,
  ovh_dbaas_logs_input_engine: nowhere("Lists the programs that can receive logs."),
  ovh_dbaas_logs_output_graylog_stream: inService,
  ovh_dbaas_logs_output_graylog_stream_url: inService,
  ovh_dbaas_logs_output_opensearch_index: inService,
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
