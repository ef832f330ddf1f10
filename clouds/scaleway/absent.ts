import type { Concepts, NotOffered } from "../contract/index.ts";

/** What Scaleway does not sell, and what does instead. */
export const absent = {
  backup: {
    because: "Its provider takes a snapshot once and has no schedule for it.",
    instead: "Take snapshots from your pipeline, or run a backup tool on the machines (restic, Borg) that writes to a locked bucket.",
    source: "https://github.com/scaleway/terraform-provider-scaleway docs/resources/block_snapshot.md",
    seen: "2026-11-28",
  },
} satisfies Partial<Record<keyof Concepts, NotOffered>>;

/** What it does otherwise than one would expect. */
export const remarks = {
  access: [
    "Permissions hold for a product in the whole project; a single bucket, secret or key cannot be granted to one identity.",
    "A database user's password is drawn by the engine (`hashicorp/random`) and kept in the encrypted state.",
  ],
  bucket: ["Buckets do not copy themselves to another region.", "`infrequent` is a class of one zone."],
  cluster: ["A control plane that runs more than once is a dedicated one.", "Its audit log goes to Cockpit by itself."],
  database: ["Whoever stands in the private network may knock: there is no list of addresses inside.", "Backups stay in the region."],
  fileShare: ["Attached to machines (virtiofs) and not reached over a network; reading only cannot be promised."],
  firewall: [
    "A security group filters what comes from the internet; what comes over the private network passes it by.",
    "Rules name addresses, not other firewalls.",
  ],
  instance: ["Keys are the project's: each registered key may enter each machine of the project.", "A machine carries one firewall."],
  registry: ["It has no list of addresses: who signs in reaches it from anywhere."],
  secretStore: ["The operator's key encrypts the secrets: they take none of yours."],
  volume: ["Encryption is not shown by any attribute: encrypt inside the machine what has to be encrypted for sure."],
} as const satisfies Partial<Record<keyof Concepts, readonly string[]>>;
