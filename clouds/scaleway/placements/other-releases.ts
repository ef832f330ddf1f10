import type { OtherReleases } from "../../contract/facts.ts";
import { beside } from "../../contract/placed.ts";
import { region, within, zone } from "./shared.ts";

/** What release 1 calls beta is regional, load balancers among it, where release 2 has them by the zone. */
const ofBalancer = beside("lb_id", "scaleway_lb_beta");
const inDocumentDb = within(["region"], "instance_id", "scaleway_documentdb_instance");
const inNamespace = within(["region"], "namespace_id", "scaleway_mnq_namespace");

/** Types of earlier releases, which configurations still name. */
export const otherReleases: OtherReleases = {
  // github.com/scaleway/terraform-provider-scaleway docs/resources of the releases that had them, read on 2026-11-28.
  resources: {
    scaleway_documentdb_database: inDocumentDb,
    scaleway_documentdb_instance: region,
    scaleway_documentdb_private_network_endpoint: inDocumentDb,
    scaleway_documentdb_privilege: inDocumentDb,
    scaleway_documentdb_read_replica: inDocumentDb,
    scaleway_documentdb_user: inDocumentDb,
    // The same repository at v1.17.2, the last of release 1, read on 2026-11-28.
    scaleway_k8s_cluster_beta: region,
    scaleway_k8s_pool_beta: within(["region"], "cluster_id", "scaleway_k8s_cluster_beta"),
    scaleway_lb_backend_beta: { ...ofBalancer, sends: [{ path: "server_ips", kind: "peer", means: "address" }] },
    scaleway_lb_beta: region,
    scaleway_lb_certificate_beta: ofBalancer,
    scaleway_lb_frontend_beta: ofBalancer,
    scaleway_lb_ip_beta: region,
    scaleway_mnq_credential: inNamespace,
    scaleway_mnq_namespace: region,
    scaleway_mnq_queue: {
      ...inNamespace,
      sends: [
        { path: "nats[].endpoint", kind: "copy", means: "endpoint", of: ["scaleway_mnq_namespace"] },
        { path: "sqs[].endpoint", kind: "copy", means: "endpoint", of: ["scaleway_mnq_namespace"] },
      ],
    },
    scaleway_rdb_instance_beta: region,
    scaleway_rdb_user_beta: within(["region"], "instance_id", "scaleway_rdb_instance_beta"),
    scaleway_registry_namespace_beta: region,
  },
  dataSources: {
    scaleway_lb_ip_beta: region,
    scaleway_marketplace_image_beta: zone,
    scaleway_registry_image_beta: region,
    scaleway_registry_namespace_beta: region,
  },
};
