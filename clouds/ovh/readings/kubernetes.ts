import type { Reading } from "../../contract/reading.ts";
import type { OvhResourceType } from "../types.ts";

const administrators = "the addresses that may reach its API: those of the administrators, the pipelines and the nodes' way out.";

/** Managed Kubernetes and Rancher. A cluster's API has a public name and no private one: its only wall is the list of addresses that may reach it. */
export const readings = {
  ovh_cloud_project_kube: {
    concept: "cluster",
    encryption: {
      by: "nothing",
      because:
        "No attribute speaks of the cluster's own store, and no claim of the operator was found: keep secrets in a key management service.",
    },
    exposure: [
      {
        path: "private_network_id",
        public: [],
        absent: "public",
        remedy:
          "Set private_network_id to a private network of the region and nodes_subnet_id to a subnet of it, so that nodes stand inside.",
      },
      {
        path: "customization_cilium[].cluster_mesh[].api_server[].service_type",
        public: ["LoadBalancer"],
        absent: "private",
        remedy: 'Set service_type to "NodePort": a load balancer gives the mesh a public address.',
      },
    ],
    companions: [
      {
        type: "ovh_cloud_project_kube_iprestrictions",
        path: "kube_id",
        closes: "ingress",
        // github.com/ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes/add-ip-restrictions: without addresses no restriction applies.
        because: "Without an ovh_cloud_project_kube_iprestrictions the cluster's API answers every address in the world.",
        remedy: `Add an ovh_cloud_project_kube_iprestrictions with this cluster's id in kube_id, and in ips ${administrators}`,
      },
    ],
    facts: {
      version: { as: "value", path: "version" },
      privateControlPlane: {
        as: "nothing",
        because: "The API has a public name and no private one; ovh_cloud_project_kube_iprestrictions says who may reach it.",
      },
      privateNodes: { as: "present", path: "private_network_id", remedy: "Set private_network_id and nodes_subnet_id." },
      audited: {
        as: "companion",
        type: "ovh_cloud_project_kube_log_subscription",
        path: "kube_id",
        remedy:
          'Add an ovh_cloud_project_kube_log_subscription of kind "audit" with this cluster\'s id in kube_id and a stream in stream_id.',
      },
    },
  },
  ovh_cloud_project_kube_iprestrictions: {
    ingress: [{ path: "ips", absent: "open", administers: true, remedy: `Set ips to ${administrators}` }],
  },
  ovh_cloud_project_kube_nodepool: {
    encryption: {
      by: "nothing",
      because: "A node's disk has no attribute for encryption: keep data on persistent volumes of an encrypted storage class.",
    },
    exposure: [
      {
        path: "attach_floating_ips[].enabled",
        public: [true],
        absent: "private",
        remedy: "Leave out attach_floating_ips: nodes leave by the network's gateway.",
      },
    ],
    facts: { privateNodes: { as: "switch", path: "attach_floating_ips[].enabled", when: [false], absent: true } },
  },
  // "When empty, any IP is allowed": docs/resources/cloud_project_rancher.md.
  ovh_cloud_project_rancher: {
    encryption: { by: "nothing", because: "The provider has no attribute for it, and no claim of the operator was found." },
    ingress: [
      { path: "target_spec.ip_restrictions[].cidr_block", absent: "open", administers: true, remedy: `Set ips to ${administrators}` },
    ],
  },
} satisfies Partial<Record<OvhResourceType, Reading>>;
