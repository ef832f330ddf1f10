import type { MachineSizes } from "../contract/machine-size.ts";

/** General machines of the second Intel generation: the number in the name is that of processors, with four gigabytes for each. */
export const machineSizes: MachineSizes = {
  sizes: Object.fromEntries([1, 2, 4, 8, 16, 30].map((cpus) => [`g2i.${cpus}`, [cpus, 4 * cpus] as const])),
  source:
    "https://docs.stackit.cloud/stackit/en/virtual-machine-flavors-75137231.html (g: four gigabytes for each; the number after the dot: processors)",
  seen: "2026-11-28",
};

/** Volumes by performance. Source: the provider's own list of classes for volumes (`storage_premium_perf0` … `perf6`); seen 2026-11-28. */
export const performanceClasses = {
  standard: "storage_premium_perf1",
  high: "storage_premium_perf4",
  highest: "storage_premium_perf6",
} as const;
