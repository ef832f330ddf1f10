import type { Placement } from "../../contract/placement.ts";
import type { OpenstackDataSourceType, OpenstackResourceType } from "../types.ts";
import { region } from "./shared.ts";

/** Clusters by Magnum. */
export const resources = {
  openstack_containerinfra_cluster_v1: {
    ...region,
    // The members of the cluster's store find each other there, and tell it their addresses.
    sends: [{ path: "discovery_url", kind: "peer", means: "endpoint" }],
  },
  openstack_containerinfra_clustertemplate_v1: region,
  openstack_containerinfra_nodegroup_v1: region,
} satisfies Partial<Record<OpenstackResourceType, Placement>>;

export const dataSources = {
  openstack_containerinfra_cluster_v1: region,
  openstack_containerinfra_clustertemplate_v1: region,
  openstack_containerinfra_nodegroup_v1: region,
} satisfies Partial<Record<OpenstackDataSourceType, Placement>>;
