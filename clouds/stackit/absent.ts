import type { Concepts, NotOffered } from "../contract/index.ts";

const catalogue = { source: "https://github.com/stackitcloud/terraform-provider-stackit docs/resources", seen: "2026-11-28" } as const;

/** What STACKIT does not sell as we promise it, or what is not written for it, and what does instead. */
export const absent = {
  access: {
    because: "Its roles hold for a whole project and everything in it.",
    instead: "Give what needs apart rights a project of its own, and write a Raw stackit_authorization_project_role_assignment.",
    ...catalogue,
  },
  auditLog: {
    because: "Its log service (LogMe) is reached over the internet, and products do not write to it by themselves.",
    instead: "Write a Raw stackit_logme_instance, or keep an archive in a locked bucket.",
    ...catalogue,
  },
  database: {
    because: "Its databases answer on the internet, behind a list of addresses, and in no private network.",
    instead:
      "Run PostgreSQL in the cluster (CloudNativePG), write a Raw stackit_postgresflex_instance with its acl, or put the database at another European cloud: ovh, scaleway.",
    ...catalogue,
  },
  fileShare: {
    because: "Its provider has no shared file systems.",
    instead: "Run an NFS server on an instance with a volume, or take a bucket.",
    ...catalogue,
  },
  identity: {
    because: "It has accounts for programs and none for groups of people, and rights hold for a whole project.",
    instead: "Write a Raw stackit_service_account with its role.",
    ...catalogue,
  },
  registry: {
    because: "Its provider has no container registry.",
    instead: "Run Harbor in the cluster, or take the registry of another European cloud: ovh, scaleway.",
    ...catalogue,
  },
  secretStore: {
    because: "Its provider makes an instance of the secrets manager and no secrets in it.",
    instead: "Write a Raw stackit_secretsmanager_instance and fill it with a Vault client, or run OpenBao in the cluster.",
    ...catalogue,
  },
} satisfies Partial<Record<keyof Concepts, NotOffered>>;

/** What it does otherwise than one would expect. */
export const remarks = {
  backup: ["Copies are kept for days: a daily plan of fourteen copies keeps fourteen days, a weekly one fourteen weeks."],
  bucket: [
    "The key pair is made in the console or as a credential of the project, and opens every bucket of its group.",
    "A lock is for 365 days at most, and the project has to allow locks first.",
    "Lifecycle rules and tags are not written.",
  ],
  cluster: [
    "The nodes stand in a network of the cluster's own, and not in the one beside which it is described.",
    "The control plane always runs more than once. Whether two nodes share a host cannot be asked.",
  ],
  loadBalancer: ["It does not end TLS, and one list says who may connect to all its listeners."],
  network: [
    "Subnets are parts of one flat network.",
    "Networks of a project meet only in a network area of the organization: there is no hub and no spoke.",
    "The operator's router is the way out: it has no sizes.",
  ],
  volume: ["Encryption is not shown by any attribute: encrypt inside the machine what has to be encrypted for sure."],
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
