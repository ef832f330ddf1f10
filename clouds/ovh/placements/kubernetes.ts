import { at, nowhere, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

const inCluster: Placement = { by: "parent", path: "kube_id", of: ["ovh_cloud_project_kube", "data.ovh_cloud_project_kube"] };

const issuer = "The identity provider whose keys the cluster trusts: it is asked, and no data of the cluster goes there.";

/** Managed Kubernetes, and managed Rancher. */
export const resources = {
  // docs/resources/cloud_project_kube.md speaks of a default to all regions: a slip, the schema requires the attribute, and a cluster is in one region.
  ovh_cloud_project_kube: at("region"),
  ovh_cloud_project_kube_iprestrictions: inCluster,
  ovh_cloud_project_kube_log_subscription: {
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
  ovh_cloud_project_kube_nodepool: { ...inCluster, zones: ["availability_zones"] },
  ovh_cloud_project_kube_oidc: { ...inCluster, notPlaces: { issuer_url: issuer } },
  // No attribute asks for a place; the region is reported afterwards (docs/resources/cloud_project_rancher.md, current_state.region).
  ovh_cloud_project_rancher: {
    by: "assigned",
    because: "OVHcloud chooses the region in which Rancher runs, and tells it only once it is there.",
    told: ["current_state.region"],
  },
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_cloud_project_kube: reads("Reads one cluster.", "region"),
  ovh_cloud_project_kube_iprestrictions: inCluster,
  ovh_cloud_project_kube_log_subscription: inCluster,
  ovh_cloud_project_kube_nodepool: { ...inCluster, zones: ["availability_zones"] },
  ovh_cloud_project_kube_nodepool_nodes: inCluster,
  ovh_cloud_project_kube_nodes: inCluster,
  ovh_cloud_project_kube_oidc: { ...inCluster, notPlaces: { issuer_url: issuer } },
  ovh_cloud_project_rancher: reads("Reads one Rancher service.", "current_state.region"),
  ovh_cloud_project_rancher_capabilities_plan: nowhere("Lists the plans that a Rancher service can change to."),
  ovh_cloud_project_rancher_capabilities_version: nowhere("Lists the versions that a Rancher service can change to."),
  ovh_cloud_project_rancher_plan: nowhere("Lists the plans that are for sale."),
  ovh_cloud_project_rancher_version: nowhere("Lists the versions that are for sale."),
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
