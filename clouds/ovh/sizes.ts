import type { MachineSizes } from "../contract/machine-size.ts";

const row = (family: string, memory: readonly number[], cpus: readonly number[]) =>
  memory.map((each, index) => [`${family}-${each}`, [cpus[index] ?? 0, each] as const] as const);

/**
 * The other families: processors for computing (c), for memory (r), shared (d), and the generation before.
 *
 * Source: https://www.ovhcloud.com/en/public-cloud/prices/ as https://github.com/renchris/continuously-running-agents 10-instance-types.md has copied it;
 * b3-512 and b3-640: OVHcloud's order catalogue, as https://github.com/feoche/public-cost-indicator docs/donnees-produits-cloud-complet.md has it;
 * seen 2026-11-28.
 */
const NAMED: Readonly<Record<string, readonly [cpus: number, memory: number]>> = Object.fromEntries([
  ...row("b3", [512, 640], [128, 160]),
  ...row("c3", [4, 8, 16, 32, 64, 128], [2, 4, 8, 16, 32, 64]),
  ...row("r3", [16, 32, 64, 128, 256, 512], [2, 4, 8, 16, 32, 64]),
  ...row("d2", [2, 4, 8], [1, 2, 4]),
  ...row("b2", [7, 15, 30, 60, 120], [2, 4, 8, 16, 32]),
  ...row("c2", [7, 15, 30, 60, 120], [2, 4, 8, 16, 32]),
  ...row("r2", [15, 30, 60, 120, 240], [2, 2, 4, 8, 16]),
]);

/**
 * Machines of the b3 family, its present one for general work: as much memory for a processor as other clouds give, so that a neutral size means the same.
 * Others are named by their own names.
 */
export const machineSizes: MachineSizes = {
  sizes: {
    "b3-8": [2, 8],
    "b3-16": [4, 16],
    "b3-32": [8, 32],
    "b3-64": [16, 64],
    "b3-128": [32, 128],
    "b3-256": [64, 256],
  },
  named: (name) => (Object.hasOwn(NAMED, name) ? NAMED[name] : undefined),
  source:
    'https://github.com/ovh/docs pages/public_cloud/containers_orchestration/managed_kubernetes "Kubernetes Plugins & softwares versions and reserved resources"',
  seen: "2026-11-23",
};
