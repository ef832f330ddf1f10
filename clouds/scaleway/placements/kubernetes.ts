import { home } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { ScalewayDataSourceType, ScalewayResourceType } from "../types.ts";
import { region, within } from "./shared.ts";

/** Managed Kubernetes. */
export const resources = {
  scaleway_k8s_acl: within(["region"], "cluster_id", "scaleway_k8s_cluster", "data.scaleway_k8s_cluster"),
  scaleway_k8s_cluster: {
    ...region,
    notPlaces: {
      "open_id_connect_config[].issuer_url":
        "Who vouches for the people who log in: asked for its keys, and told nothing of the cluster's data.",
    },
  },
  scaleway_k8s_pool: within(["zone", "region"], "cluster_id", "scaleway_k8s_cluster", "data.scaleway_k8s_cluster"),
} satisfies Partial<Record<ScalewayResourceType, Placement>>;

export const dataSources = {
  scaleway_k8s_cluster: region,
  scaleway_k8s_pool: home("zone", "region"),
  scaleway_k8s_version: region,
} satisfies Partial<Record<ScalewayDataSourceType, Placement>>;
