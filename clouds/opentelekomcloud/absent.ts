import type { Concepts, NotOffered } from "../contract/index.ts";

const catalogue = {
  source: "https://github.com/opentelekomcloud/terraform-provider-opentelekomcloud docs/resources, release 1.37",
  seen: "2026-11-28",
} as const;

/** What is not written for Open Telekom Cloud, and what does instead. */
export const absent = {
  access: {
    because:
      "Its rights are roles that a group has in a project, and we write none: what one role reaches beyond what was granted is not established.",
    instead: "Write Raw opentelekomcloud_identity_role_v3 and opentelekomcloud_identity_role_assignment_v3, or grant in the console.",
    ...catalogue,
  },
  identity: {
    because: "Users and groups belong to the domain above the project, and without rights that we write they could do nothing.",
    instead: "Write Raw opentelekomcloud_identity_user_v3 and opentelekomcloud_identity_credential_v3, or federate your directory.",
    ...catalogue,
  },
  registry: {
    because:
      "Its registry is open to whoever signs in, and no page says that an image which is pushed stays private until somebody opens it.",
    instead: "Write Raw opentelekomcloud_swr_organization_v2 and opentelekomcloud_swr_repository_v2, or run Harbor in the cluster.",
    ...catalogue,
  },
  secretStore: {
    because: "Its provider has no secret manager.",
    instead: "Run OpenBao on instances, or keep secrets at another European cloud: ovh, scaleway.",
    ...catalogue,
  },
} satisfies Partial<Record<keyof Concepts, NotOffered>>;

/** What it does otherwise than one would expect. */
export const remarks = {
  auditLog: [
    "It is a group of the Log Tank Service; how long logs stay there is a month at most. What must stay longer is kept in a locked bucket.",
  ],
  bucket: [
    "Copies in another region need a delegation (agency) of yours, which we do not write.",
    "Its key has to belong to the region's own project (`eu-de`), not to one below it.",
    "A lock is for days, and nobody may lift it.",
  ],
  cluster: [
    "Its API answers in the network only: the addresses that may reach it come through the entrance.",
    "Releases are brought when you ask, never by themselves.",
    "The account authorizes the service once, in its console.",
  ],
  database: [
    "Databases and users in it are made by a client: the provider makes none.",
    "The administrator's password is drawn by the engine (`hashicorp/random`) and kept in the encrypted state.",
  ],
  instance: ["Disks are encrypted with a key of the key management; the account lets block storage use it once, in its console."],
  network: ["A spoke has a way out of its own and is peered with its hub; spokes do not reach each other."],
  volume: ["There are two classes: `high` and `highest` are the same."],
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
