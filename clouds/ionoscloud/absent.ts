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
  cluster: {
    because: "Its nodes stand in a network of the cluster's own, and in another only with addresses that the operator chooses.",
    instead:
      "Write Raw ionoscloud_k8s_cluster and ionoscloud_k8s_node_pool, or put the cluster at another European cloud: ovh, scaleway, stackit.",
    ...catalogue,
  },
  database: {
    because: "Whoever makes one has to give it an address of the network, and a database's description says none.",
    instead: "Write a Raw ionoscloud_pg_cluster with its connections, or put the database at another European cloud: ovh, scaleway.",
    ...catalogue,
  },
  fileShare: {
    because: "Whoever makes one has to give it an address of the network, and a share's description says none.",
    instead: "Write Raw ionoscloud_nfs_cluster and ionoscloud_nfs_share, or run an NFS server on an instance.",
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
  loadBalancer: {
    because: "Its balancers listen to everybody: neither they nor a rule of theirs name who may connect.",
    instead: "Run one on an instance behind a firewall, or write Raw ionoscloud_networkloadbalancer and waive what the guard says of it.",
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
  instance: [
    "Each has a private address that you choose; a size that has a name is a Cube's.",
    "Volumes are made on a machine, and not beside one.",
  ],
  network: [
    "It is one LAN of 256 addresses at most, closed both ways, and its subnets reach each other.",
    "A LAN has a block of its own beside it, from which machines are given addresses that name none.",
  ],
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
