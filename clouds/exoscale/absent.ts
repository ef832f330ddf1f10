import type { Concepts, NotOffered } from "../contract/index.ts";
import { NOT_SOLD } from "../contract/not-sold.ts";

const catalogue = {
  source: "https://github.com/exoscale/terraform-provider-exoscale docs/resources, release 0.68",
  seen: "2026-11-28",
} as const;

/** What Exoscale does not sell as we promise it, and what does instead. */
export const absent = {
  access: {
    because:
      "Rights are written into a role, as expressions over its interface, and a role is made whole: nothing can be added to it later.",
    instead: "Write a Raw exoscale_iam_role with everything that one program may do.",
    ...catalogue,
  },
  auditLog: {
    ...NOT_SOLD.auditLog,
    ...catalogue,
  },
  backup: {
    because: "Its snapshots are taken one by one, and its provider has no schedule for them.",
    instead: "Take snapshots from your pipeline, or run a backup tool on the machines (restic, Borg) that writes to a bucket.",
    ...catalogue,
  },
  cluster: {
    because: "The interface of its clusters answers the whole internet, and their nodes have public addresses: neither can be closed.",
    instead: "Run k3s or Talos on instances, or put the cluster at another European cloud: ovh, scaleway, stackit.",
    ...catalogue,
  },
  database: {
    because: "Its databases answer on the internet, behind a list of addresses, and in no private network.",
    instead:
      "Run it on instances, write a Raw exoscale_dbaas with an ip_filter, or put the database at another European cloud: ovh, scaleway.",
    ...catalogue,
  },
  fileShare: {
    ...NOT_SOLD.fileShare,
    ...catalogue,
  },
  identity: {
    because: "A program's key carries a role that is made whole, so that an identity without rights could be given none later.",
    instead: "Write a Raw exoscale_iam_role and an exoscale_iam_api_key for each program.",
    ...catalogue,
  },
  loadBalancer: {
    because: "Its load balancers are public, lead to pools of alike machines only, and have no list of who may connect.",
    instead: "Run HAProxy on an instance, or write Raw exoscale_nlb and exoscale_nlb_service.",
    ...catalogue,
  },
  registry: {
    ...NOT_SOLD.registry,
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
    "Objects are encrypted by whoever sends them, or not at all.",
    "No tags, no lifecycle rules; a lock is a legal hold on a single object.",
  ],
  firewall: ["A security group filters what comes from the internet; what comes over the private network passes it by."],
  keyRing: ["Keys encrypt, and do not sign."],
  network: [
    "There is no gateway: a network is closed, and a machine that has to reach out has a public address with a firewall that lets nothing in.",
    "Subnets are parts of one flat network; the network's address service gives addresses of the first.",
    "Networks cannot be joined: there is no hub and no spoke.",
  ],
  volume: [
    "There is one class.",
    "Encryption is not shown by any attribute: encrypt inside the machine what has to be encrypted for sure.",
  ],
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
