import type { Concepts, NotOffered } from "../contract/index.ts";
import { NOT_SOLD } from "../contract/not-sold.ts";

const catalogue = {
  source: "https://github.com/UpCloudLtd/terraform-provider-upcloud docs/resources, release 5.36",
  seen: "2026-11-28",
} as const;

/** What UpCloud does not sell as we promise it, or what is not written for it, and what does instead. */
export const absent = {
  access: {
    because: "Its sub-accounts are made in the console, and the provider grants nothing on single things.",
    instead: "Make a sub-account for each program there.",
    ...catalogue,
  },
  auditLog: {
    ...NOT_SOLD.auditLog,
    ...catalogue,
  },
  backup: {
    because: "Copies on a schedule are a part of the volume or the machine itself, and nothing that is added to one.",
    instead:
      "Write backup_rule into a Raw upcloud_storage, or run a backup tool on the machines (restic, Borg) that writes to a bucket elsewhere.",
    ...catalogue,
  },
  firewall: {
    because: "A firewall belongs to one machine there, and cannot be carried by several.",
    instead:
      "Give machines no public address, filter on the machine and say { firewalls: [] }, or write Raw upcloud_firewall_rules for each.",
    ...catalogue,
  },
  identity: {
    because: "Sub-accounts are made in its console.",
    instead: "Make one for each program there.",
    ...catalogue,
  },
  keyRing: {
    ...NOT_SOLD.keyRing,
    ...catalogue,
  },
  registry: {
    because: "It sells no container registry.",
    instead: "Run Harbor in the cluster, or take the registry of another European cloud: ovh, scaleway.",
    ...catalogue,
  },
  secretStore: {
    because: "It sells no secret manager.",
    instead: "Run OpenBao in the cluster, or keep secrets at another European cloud: ovh, scaleway.",
    ...catalogue,
  },
} satisfies Partial<Record<keyof Concepts, NotOffered>>;

/** What it does otherwise than one would expect. */
export const remarks = {
  bucket: [
    "It stands in an object storage service that is ordered first, and where that is the policy says: its address does not.",
    "Bucket tags are not written.",
    "It cannot be locked, and does not copy itself to another region.",
  ],
  cluster: ["A node pool has a fixed number of nodes.", "Releases are brought when you ask, never by themselves."],
  database: [
    "The administrator's password is made by the operator and kept in the encrypted state.",
    "The plan says how many backups are kept.",
  ],
  fileShare: [
    "It stands in `fi-hel2` alone.",
    "The smallest has 250 GB, the largest 25,000.",
    "Its address is the one of its subnet that follows from its name; another with { address }.",
    "The provider's release that is pinned cannot ask for encryption at rest; a later one has an attribute for it.",
  ],
  instance: [
    "It carries no firewall: a machine without a public address is reached by its network alone.",
    "The private address is told only where one was asked for.",
  ],
  network: ["Subnets are networks on one router, which leads from each to the others; a spoke's networks hang on the hub's router."],
  volume: ["`high` and `highest` are the same."],
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
