import type { MachineSizes } from "../contract/machine-size.ts";

const docs = {
  source:
    "https://github.com/scaleway/docs-content pages/instances/reference-content/general-purpose.mdx (POP2: dedicated, 2 to 96 processors, 1:4)",
  seen: "2026-11-28",
} as const;

/** POP2 machines: dedicated processors, four gigabytes of memory for each. The others are named by their own names. */
export const machineSizes: MachineSizes = {
  sizes: Object.fromEntries([2, 4, 8, 16, 32, 64].map((cpus) => [`POP2-${cpus}C-${4 * cpus}G`, [cpus, 4 * cpus] as const])),
  // Of STANDARD3, BASIC3, BASIC2 and all kinds of POP2 the name says what they have: `POP2-HM-4C-32G`.
  named: (name) => {
    const [, cpus, memory] = /^(?:POP2|STANDARD3|BASIC[23])(?:-[A-Z]+)*-(\d+)C-(\d+)G(?:-WIN)?$/.exec(name) ?? [];
    return cpus === undefined ? undefined : [Number(cpus), Number(memory)];
  },
  ...docs,
};

/** Nodes of PostgreSQL and MySQL: name → gigabytes of memory. Source: scaleway/terraform-provider-scaleway docs/resources/rdb_instance.md (DB-DEV-S), the memory of DB-PRO2-XXS (8) as public programs state it; the larger are named and doubled alike; seen 2026-11-28. */
export const relationalNodes: Readonly<Record<string, number>> = {
  "DB-DEV-S": 2,
  "DB-DEV-M": 4,
  "DB-PRO2-XXS": 8,
  "DB-PRO2-XS": 16,
  "DB-PRO2-S": 32,
  "DB-PRO2-M": 64,
  "DB-PRO2-L": 128,
};

/** Nodes of MongoDB, likewise. Source: docs/resources/mongodb_instance.md and the provider's acceptance tests (MGDB-PLAY2-NANO, MGDB-PRO2-XXS); the memory as public catalogues list it (2 processors and 8 GB, 4 and 16); seen 2026-11-28. */
export const mongoNodes: Readonly<Record<string, number>> = {
  "MGDB-PLAY2-NANO": 4,
  "MGDB-PRO2-XXS": 8,
  "MGDB-PRO2-XS": 16,
  "MGDB-PRO2-S": 32,
  "MGDB-PRO2-M": 64,
};

/** Operations a second of a block volume: there are two classes. Source: docs/resources/block_volume.md; seen 2026-11-28. */
export const iops = { standard: 5000, high: 15_000, highest: 15_000 } as const;
