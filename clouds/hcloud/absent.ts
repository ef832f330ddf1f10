import type { Concepts, NotOffered } from "../contract/index.ts";
import { NOT_SOLD } from "../contract/not-sold.ts";

const catalogue = {
  source: "https://github.com/hetznercloud/terraform-provider-hcloud docs/resources, release 1.68",
  seen: "2026-11-28",
} as const;

/** What Hetzner does not sell, and what does instead. */
export const absent = {
  access: {
    because: "A project has tokens that may read or that may do everything, and no rights on single things.",
    instead: "Give what needs apart rights a project of its own.",
    ...catalogue,
  },
  auditLog: {
    ...NOT_SOLD.auditLog,
    ...catalogue,
  },
  backup: {
    because: "Its backups are a switch of the machine, at an hour that the operator chooses, seven copies, without the volumes.",
    instead: "Set backups on a Raw hcloud_server, or run a backup tool on the machines (restic, Borg) that writes to a bucket.",
    ...catalogue,
  },
  cluster: {
    because: "It runs no Kubernetes as a service.",
    instead: "Run k3s or Talos on instances, or put the cluster at another European cloud: ovh, scaleway, stackit.",
    ...catalogue,
  },
  database: {
    because: "It runs no databases as a service.",
    instead: "Run it on instances, or put the database at another European cloud: ovh, scaleway.",
    ...catalogue,
  },
  fileShare: {
    because: "Its storage boxes are reached with SSH, SMB or WebDAV, and not as NFS in a private network.",
    instead: "Run an NFS server on an instance with a volume, or write a Raw hcloud_storage_box.",
    ...catalogue,
  },
  identity: {
    because: "Tokens are made in its console, and a program has no identity of its own.",
    instead: "Make a token for each program there, in a project of its own.",
    ...catalogue,
  },
  keyRing: {
    ...NOT_SOLD.keyRing,
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
    "The key pair is made in the console and opens every bucket of the project.",
    "Locks, lifecycle rules and tags are not written: no page that was read says which of them it keeps. It takes a key with each request (SSE-C) and no other.",
  ],
  firewall: [
    "A firewall filters what comes from the internet; what comes over the private network passes it by.",
    "Rules name addresses, not other firewalls.",
  ],
  instance: ["The private address is told only where one was asked for."],
  loadBalancer: ["All listeners lead to the same machines, and it has no list of who may connect: whoever reaches it may."],
  network: [
    "There is no gateway: a network is closed, and a machine that has to reach out has a public address with a firewall that lets nothing in.",
    "Networks cannot be joined: there is no hub and no spoke.",
  ],
  volume: [
    "There is one class.",
    "Encryption is not shown by any attribute: encrypt inside the machine what has to be encrypted for sure.",
  ],
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
