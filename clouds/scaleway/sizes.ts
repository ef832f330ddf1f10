import type { MachineSizes } from "../contract/machine-size.ts";

const docs = {
  source: "https://www.scaleway.com/en/docs/instances/reference-content/general-purpose/ (POP2, whose names say what they have)",
  seen: "2026-11-28",
} as const;

/** POP2 machines: dedicated processors, four gigabytes of memory for each. The others are named by their own names. */
export const machineSizes: MachineSizes = {
  sizes: Object.fromEntries([2, 4, 8, 16, 32, 64].map((cpus) => [`POP2-${cpus}C-${4 * cpus}G`, [cpus, 4 * cpus] as const])),
  ...docs,
};

/** Nodes of PostgreSQL and MySQL: name → gigabytes of memory. Source: scaleway/terraform-provider-scaleway docs/resources/rdb_instance.md (DB-DEV-S), www.scaleway.com "Managed Database for PostgreSQL and MySQL" node types; seen 2026-11-28. */
export const relationalNodes: Readonly<Record<string, number>> = {
  "DB-DEV-S": 2,
  "DB-DEV-M": 4,
  "DB-PRO2-XXS": 8,
  "DB-PRO2-XS": 16,
  "DB-PRO2-S": 32,
  "DB-PRO2-M": 64,
  "DB-PRO2-L": 128,
};

/** Nodes of Redis, likewise. Source: docs/resources/redis_cluster.md; the memory as www.scaleway.com lists it; seen 2026-11-28. */
export const redisNodes: Readonly<Record<string, number>> = { "RED1-MICRO": 1, "RED1-S": 4, "RED1-M": 8, "RED1-L": 16, "RED1-XL": 32 };

/** Nodes of MongoDB, likewise. Source: docs/resources/mongodb_instance.md (MGDB-PLAY2-NANO); seen 2026-11-28. */
export const mongoNodes: Readonly<Record<string, number>> = {
  "MGDB-PLAY2-NANO": 4,
  "MGDB-PRO2-XXS": 8,
  "MGDB-PRO2-XS": 16,
  "MGDB-PRO2-S": 32,
  "MGDB-PRO2-M": 64,
};

/** Operations a second of a block volume: there are two classes. Source: docs/resources/block_volume.md; seen 2026-11-28. */
export const iops = { standard: 5000, high: 15_000, highest: 15_000 } as const;
