import type { Concepts, NotOffered } from "../contract/index.ts";

const catalogue = {
  source: "https://github.com/ionos-cloud/terraform-provider-ionoscloud docs/resources, release 6.7",
  seen: "2026-11-28",
} as const;
/** What follows from the one: a machine's address, a rule and a database's connection all name addresses of a network. */
const unplanned = {
  because:
    "It stands in a LAN, whose addresses are the operator's to choose or those of each card, so that a network's plan of addresses does not hold there.",
  instead: "Write the Raw resources of the data centre, or choose a cloud whose networks have subnets: ovh, scaleway, opentelekomcloud.",
  ...catalogue,
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
  cluster: unplanned,
  database: unplanned,
  fileShare: unplanned,
  firewall: unplanned,
  identity: {
    because: "Users are of the whole contract, and a program has none of its own.",
    instead: "Write a Raw ionoscloud_user with a key for object storage.",
    ...catalogue,
  },
  instance: unplanned,
  keyRing: {
    because: "It sells no key management service.",
    instead: "Run OpenBao on machines of yours, or keep keys at another European cloud: ovh, scaleway.",
    ...catalogue,
  },
  loadBalancer: unplanned,
  network: {
    because: "A LAN has no subnet, and a way out has to be set on each machine.",
    instead:
      "Write Raw ionoscloud_datacenter, ionoscloud_lan and ionoscloud_natgateway, or choose a cloud whose networks have subnets: ovh, scaleway, opentelekomcloud.",
    ...catalogue,
  },
  privateAccess: unplanned,
  secretStore: {
    because: "It sells no secret manager.",
    instead: "Run OpenBao on machines of yours, or keep secrets at another European cloud: ovh, scaleway.",
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
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
