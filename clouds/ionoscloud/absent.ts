import type { Concepts, NotOffered } from "../contract/index.ts";
import { NOT_SOLD } from "../contract/not-sold.ts";

const catalogue = {
  source: "https://github.com/ionos-cloud/terraform-provider-ionoscloud docs/resources, release 6.7",
  seen: "2026-11-28",
} as const;
/** What is not written for IONOS, and what does instead. */
export const absent = {
  access: {
    because: "Its groups have rights on the whole contract.",
    instead: "Write a Raw ionoscloud_group, and an ionoscloud_s3_bucket_policy for a bucket.",
    ...catalogue,
  },
  auditLog: {
    because: "Its log service takes what a collector of yours sends, and products do not write to it by themselves.",
    instead: "Write a Raw ionoscloud_logging_pipeline, or keep an archive in a locked bucket.",
    ...catalogue,
  },
  backup: {
    because: "Its backups are an agent's on the machine.",
    instead: "Write a Raw ionoscloud_backup_unit, or run a backup tool on the machines (restic, Borg) that writes to a locked bucket.",
    ...catalogue,
  },
  identity: {
    because: "Users are of the whole contract, and a program has none of its own.",
    instead: "Write a Raw ionoscloud_user with a key for object storage.",
    ...catalogue,
  },
  keyRing: {
    ...NOT_SOLD.keyRing,
    ...catalogue,
  },
  secretStore: {
    ...NOT_SOLD.secretStore,
    ...catalogue,
  },
  volume: {
    because: "A volume is made on a machine of its data centre, and not beside one.",
    instead: "Write a Raw ionoscloud_volume.",
    ...catalogue,
  },
} satisfies Partial<Record<keyof Concepts, NotOffered>>;

/** What it does otherwise than one would expect. */
export const remarks = {
  bucket: ["Buckets do not copy themselves to another region.", "There is one class of storage."],
  cluster: [
    "Its nodes have a network and a way out of their own; in the network beside which it is described they have addresses that the operator chooses, so that a machine there reaches them by a route of its own.",
    "The control plane always runs more than once. Whether two nodes share a host cannot be asked.",
    "Security updates and releases that end are brought in a weekly window.",
  ],
  database: [
    "Whoever stands in the private network may knock: there is no list of addresses inside. Its address is chosen by whoever makes it.",
    "MySQL is MariaDB, and Valkey the In-Memory DB. PostgreSQL's provider knows its second version only, which hands the password over by an attribute that Terraform and OpenTofu know from 1.11.",
    "The administrator's password is drawn by the engine (`hashicorp/random`) and kept in the encrypted state; MongoDB has no user until one is made.",
    "When backups are taken is the operator's choice, of Valkey's apart; they stay at the database's location.",
  ],
  fileShare: ["The smallest has two terabytes, and it does not shrink. Reading and writing are not told apart."],
  loadBalancer: [
    "A public one only, with one size. Where TLS passes through, it has no list of who may connect.",
    "Its private address is the one from which it reaches the machines.",
  ],
  instance: [
    "Each has a private address that you choose; a size that has a name is a Cube's.",
    "Volumes are made on a machine, and not beside one.",
  ],
  network: [
    "It is one LAN of 256 addresses at most, closed both ways, and its subnets reach each other.",
    "A LAN has a block of its own beside it, from which machines are given addresses that name none.",
  ],
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
