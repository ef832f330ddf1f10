import type { Concepts, NotOffered } from "../contract/index.ts";
import { NOT_SOLD } from "../contract/not-sold.ts";

const catalogue = {
  source: "https://docs.outscale.com/en/userguide/Home.html, and the resource types of the provider 1.8.0",
  seen: "2026-11-28",
} as const;

/** What Outscale does not sell, and what does instead. */
export const absent = {
  auditLog: {
    because: "It has no log service that products write to; calls of its API can be read with osc-logs.",
    instead: "Keep an archive in a locked bucket, which a collector of yours writes to, or run Loki or Graylog on instances.",
    ...catalogue,
  },
  backup: {
    because: "Its provider takes a snapshot once and has no schedule for it.",
    instead: "Take snapshots from your pipeline, or run a backup tool on the machines (restic, Borg) that writes to a locked bucket.",
    ...catalogue,
  },
  database: {
    because: "It runs no databases as a service.",
    instead:
      "Run it on instances or in the cluster (CloudNativePG, Strimzi), or put the database at another European cloud: ovh, scaleway.",
    ...catalogue,
  },
  fileShare: {
    ...NOT_SOLD.fileShare,
    ...catalogue,
  },
  keyRing: {
    ...NOT_SOLD.keyRing,
    ...catalogue,
  },
  registry: {
    because: "It sells no container registry.",
    instead: "Run Harbor on instances or in the cluster, or take the registry of another European cloud: ovh, scaleway.",
    ...catalogue,
  },
  secretStore: {
    ...NOT_SOLD.secretStore,
    ...catalogue,
  },
} satisfies Partial<Record<keyof Concepts, NotOffered>>;

/** What it does otherwise than one would expect. */
export const remarks = {
  bucket: [
    "Buckets do not copy themselves to another region: an account ends at its region.",
    "There is one class of storage.",
    "Bucket tags are not written.",
  ],
  cluster: [
    "The nodes stand in a Net that belongs to the OKS project, not in the network beside which the cluster is described; the provider cannot peer the two.",
    "A node pool has a fixed number of nodes, and neither labels nor taints.",
  ],
  access: ["Rights are on the account's API only: neither buckets nor clusters can be granted to one identity."],
  loadBalancer: ["All listeners of a load balancer lead to the same machines, and it has no sizes."],
  network: ["A spoke has a way out of its own and is peered with its hub; spokes do not reach each other."],
  volume: ["Encryption is not shown by any attribute: encrypt inside the machine what has to be encrypted for sure."],
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
