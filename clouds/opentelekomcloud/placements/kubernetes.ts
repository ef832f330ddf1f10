import { nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OpentelekomcloudDataSourceType, OpentelekomcloudResourceType } from "../types.ts";
import { here, host, region } from "./shared.ts";

/** Clusters, nodes and the registry. An add-on is one of the operator's own templates, by name and version: unlike a chart it brings nothing of anybody else. */
export const resources = {
  opentelekomcloud_cce_addon_v3: here,
  opentelekomcloud_cce_cluster_v3: { ...region, notPlaces: { multi_az: "Whether its masters stand in several zones of the region." } },
  opentelekomcloud_cce_node_pool_v3: { ...here, zones: ["availability_zone"] },
  opentelekomcloud_cce_node_v3: { ...region, zones: ["availability_zone"], notPlaces: { dedicated_host_id: host } },
  opentelekomcloud_swr_domain_v2: { ...here, notPlaces: { access_domain: "The account that may fetch images." } },
  opentelekomcloud_swr_organization_permissions_v2: here,
  opentelekomcloud_swr_organization_v2: here,
  opentelekomcloud_swr_repository_v2: here,
} satisfies Partial<Record<OpentelekomcloudResourceType, Placement>>;

const template = nowhere("Describes an add-on that the operator offers.");

export const dataSources = {
  opentelekomcloud_cce_addon_template_v3: template,
  opentelekomcloud_cce_addon_templates_v3: template,
  opentelekomcloud_cce_cluster_kubeconfig_v3: here,
  opentelekomcloud_cce_cluster_v3: region,
  opentelekomcloud_cce_node_ids_v3: region,
  opentelekomcloud_cce_node_v3: region,
} satisfies Partial<Record<OpentelekomcloudDataSourceType, Placement>>;
