import type { Concepts, NotOffered } from "../contract/index.ts";
import { NOT_SOLD } from "../contract/not-sold.ts";

const common = {
  source: "https://docs.openstack.org/ (project guides), and the resource types of the provider 3.4",
  seen: "2026-11-28",
} as const;

/** What OpenStack's operators do not have in common, and what does instead. */
export const absent = {
  access: {
    because: "Roles are made by whoever runs the cloud, and hold for a whole project: one thing cannot be granted to one identity.",
    instead: "Give what needs apart rights a project of its own, and ask the operator for a user in it.",
    ...common,
  },
  auditLog: {
    ...NOT_SOLD.auditLog,
    ...common,
  },
  backup: {
    because: "Copies of volumes are made one by one, and its provider has no schedule for them.",
    instead: "Make copies from your pipeline, or run a backup tool on the machines (restic, Borg) that writes to a bucket.",
    ...common,
  },
  cluster: {
    because: "Each operator manages Kubernetes through an interface of its own (Gardener, Rancher, Kamaji), and few through Magnum.",
    instead: "Run k3s or Cluster API on instances, or put the cluster at another European cloud: ovh, scaleway, outscale.",
    ...common,
  },
  database: {
    because: "Hardly any operator runs databases through OpenStack (Trove).",
    instead: "Run it on instances, or put the database at another European cloud: ovh, scaleway.",
    ...common,
  },
  fileShare: {
    because: "Not every operator has shared file systems (Manila), and what a share is made of each names as it likes.",
    instead: "Run an NFS server on an instance with a volume, or write Raw openstack_sharedfilesystem_share_v2.",
    ...common,
  },
  identity: {
    because: "Users belong to the operator's console, and an application credential may do what its maker may.",
    instead: "Make users there, one for each program, or write a Raw openstack_identity_application_credential_v3 with access rules.",
    ...common,
  },
  keyRing: {
    because: "Its key manager (Barbican) keeps secrets and gives them out; it does not encrypt for you.",
    instead: "Run OpenBao on instances, or keep keys at another European cloud: ovh, scaleway.",
    ...common,
  },
  registry: {
    ...NOT_SOLD.registry,
    ...common,
  },
  secretStore: {
    because: "Not every operator has the key manager (Barbican), and a right to read holds for a whole project.",
    instead: "Run OpenBao on instances, or write Raw openstack_keymanager_secret_v1 where the operator has it.",
    ...common,
  },
} satisfies Partial<Record<keyof Concepts, NotOffered>>;

/** What it does otherwise than one would expect. */
export const remarks = {
  bucket: [
    "Infomaniak and Elastx keep containers in Swift: no locks, no lifecycle rules.",
    "Cleura and plusserver keep them in Ceph, through S3: the key pair is an EC2 credential of the project, and bucket tags are not written.",
    "No attribute and no operator's claim speaks of encryption: encrypt objects before they are sent where it has to be sure.",
  ],
  loadBalancer: [
    "All sizes are the operator's default one.",
    "At Elastx a list of who may connect does not hold for a public address, as its documentation says: let the machines filter.",
  ],
  network: ["A project of Elastx has one router: one hub, and its spokes.", "VLAN numbers are the operator's to choose."],
  volume: ["Encryption is a matter of the volume's type: encrypt inside the machine what has to be encrypted for sure."],
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
