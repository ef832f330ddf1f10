import { at, beside, nowhere } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OutscaleDataSourceType, OutscaleResourceType } from "../types.ts";

/** Managed Kubernetes, which has projects with a region of their own. */
export const resources = {
  outscale_oks_cluster: { ...beside("project_id", "outscale_oks_project"), zones: ["cp_multi_az"] },
  outscale_oks_manifest: {
    by: "opaque",
    because: "It applies a manifest to a cluster, which may run and fetch anything.",
    // docs.outscale.com "Node Pool Manifest Reference": nodes of the cluster, which fetch and run nothing by themselves.
    unless: {
      path: "manifest",
      is: { apiVersion: "oks.dev/v1beta2", kind: "NodePool" },
      members: [
        "apiVersion",
        "kind",
        "metadata.name",
        "spec.desiredNodes",
        "spec.nodeType",
        "spec.zones",
        "spec.upgradeStrategy.maxUnavailable",
        "spec.upgradeStrategy.maxSurge",
        "spec.upgradeStrategy.autoUpgradeEnabled",
        "spec.upgradeStrategy.autoUpgradeMaintenance.durationHours",
        "spec.upgradeStrategy.autoUpgradeMaintenance.startHour",
        "spec.upgradeStrategy.autoUpgradeMaintenance.weekDay",
        "spec.autoHealing",
      ],
      placement: beside("cluster_id", "outscale_oks_cluster"),
    },
  },
  outscale_oks_project: at("region"),
} satisfies Partial<Record<OutscaleResourceType, Placement>>;

export const dataSources = {
  outscale_oks_crd_templates: nowhere("Templates of manifests, which hold no data."),
  outscale_oks_kubeconfig: beside("cluster_id", "outscale_oks_cluster"),
  outscale_oks_quotas: nowhere("What may still be used."),
} satisfies Partial<Record<OutscaleDataSourceType, Placement>>;
