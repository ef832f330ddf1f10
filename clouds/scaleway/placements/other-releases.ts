import type { OtherReleases } from "../../contract/facts.ts";
import { region, within } from "./shared.ts";

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
    scaleway_mnq_credential: inNamespace,
    scaleway_mnq_namespace: region,
    scaleway_mnq_queue: {
      ...inNamespace,
      sends: [
        { path: "nats[].endpoint", kind: "copy", means: "endpoint", of: ["scaleway_mnq_namespace"] },
        { path: "sqs[].endpoint", kind: "copy", means: "endpoint", of: ["scaleway_mnq_namespace"] },
      ],
    },
  },
  dataSources: {},
};
