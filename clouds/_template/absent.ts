import type { Concepts, NotOffered } from "terroir/extend";

const notSold: NotOffered = {
  because: "The provider's release 1.0 has no type for it.",
  instead: "Run it on machines, or beside this one at another European cloud that has it.",
  source: "https://docs.__PREFIX__.example/provider",
  seen: "__TODAY__",
};

/** What the cloud does not offer, and what does instead. A concept leaves this list when `lower` takes it: the test knows one that is in both, or in none. */
export const absent = {
  access: notSold,
  auditLog: notSold,
  backup: notSold,
  cluster: notSold,
  database: notSold,
  fileShare: notSold,
  firewall: notSold,
  identity: notSold,
  instance: notSold,
  keyRing: notSold,
  loadBalancer: notSold,
  network: notSold,
  privateAccess: notSold,
  registry: notSold,
  secretStore: notSold,
  volume: notSold,
} as const satisfies Readonly<Partial<Record<keyof Concepts, NotOffered>>>;
