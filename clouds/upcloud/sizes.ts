import type { MachineSizes } from "../contract/machine-size.ts";

/** General purpose plans, whose names say what they have. */
export const machineSizes: MachineSizes = {
  sizes: {
    "1xCPU-1GB": [1, 1],
    "1xCPU-2GB": [1, 2],
    "2xCPU-4GB": [2, 4],
    "4xCPU-8GB": [4, 8],
    "6xCPU-16GB": [6, 16],
    "8xCPU-32GB": [8, 32],
    "12xCPU-48GB": [12, 48],
    "16xCPU-64GB": [16, 64],
  },
  source: "https://developers.upcloud.com/1.3/4-pricing/ (server_plan_1xCPU-2GB, server_plan_2xCPU-4GB: a plan's name says what it has)",
  seen: "2026-11-28",
};

/**
 * Plans of PostgreSQL and MySQL: by the number of nodes, gigabytes of memory → name, which says nodes, processors, memory and disk. Source: plans as public
 * programs and UpCloud's own tools write them (`1x1xCPU-2GB-25GB`, `2x2xCPU-4GB-100GB`); seen 2026-11-28.
 */
export const databasePlans: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  1: { 2: "1x1xCPU-2GB-25GB", 4: "1x2xCPU-4GB-100GB" },
  2: { 4: "2x2xCPU-4GB-100GB", 8: "2x4xCPU-8GB-50GB" },
};

/**
 * Plans of Valkey, whose data is in memory: no disk in the name. Source: docs/resources/managed_database_valkey.md (`1x1xCPU-2GB`), and public programs for the
 * others; seen 2026-11-28.
 */
export const valkeyPlans: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  1: { 2: "1x1xCPU-2GB", 4: "1x2xCPU-4GB", 8: "1x2xCPU-8GB" },
  2: { 4: "2x2xCPU-4GB" },
};

/** Tiers of volumes. Source: docs/resources/storage.md (`hdd`, `standard`, `maxiops`); seen 2026-11-28. */
export const tiers = { standard: "standard", high: "maxiops", highest: "maxiops" } as const;
