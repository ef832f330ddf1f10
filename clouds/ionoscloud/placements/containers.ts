import { at, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { IonoscloudDataSourceType, IonoscloudResourceType } from "../types.ts";
import { inDataCentre, logs, sought, within } from "./shared.ts";

/** Kubernetes, and the registry of images. Nodes stand in a data centre; the control plane where the cluster says. */
export const resources = {
  ionoscloud_container_registry: at("location"),
  ionoscloud_container_registry_token: within("registry_id", "ionoscloud_container_registry", "data.ionoscloud_container_registry"),
  // docs/resources/k8s_cluster.md asks for the location of a private cluster alone; IONOS calls the control plane of every other redundant across
  // places, and names none (docs.ionos.com, questions about Managed Kubernetes, read on 2026-11-28).
  ionoscloud_k8s_cluster: {
    by: "attribute",
    paths: ["location"],
    absent: {
      means: "unknown",
      because: "IONOS chooses where the control plane keeps the cluster's objects, its secrets among them, and names no place.",
    },
    sends: [logs("s3_buckets[].name")],
  },
  ionoscloud_k8s_node_pool: { ...inDataCentre, zones: ["location", "availability_zone"] },
} satisfies Partial<Record<IonoscloudResourceType, Placement>>;

export const dataSources = {
  ionoscloud_container_registry: sought("Finds a registry, wherever that is."),
  ionoscloud_container_registry_locations: nowhere("Lists the locations of registries."),
  ionoscloud_container_registry_token: sought("Reads a login of a registry."),
  ionoscloud_k8s_cluster: sought("Finds a cluster, wherever that is."),
  ionoscloud_k8s_clusters: sought("Lists clusters, wherever they are."),
  ionoscloud_k8s_node_pool: sought("Reads a set of nodes."),
  ionoscloud_k8s_node_pool_nodes: sought("Lists nodes."),
} satisfies Partial<Record<IonoscloudDataSourceType, Placement>>;
