import type { MachineSizes } from "../contract/machine-size.ts";

const pairs = [1, 2, 4, 8, 16, 32].flatMap((cpus) => [1, 2, 4, 8].map((each) => [cpus, cpus * each] as const));

/**
 * TINA machines, whose names say what they have: `tinav6.c2r8p2` has two processors and eight gibibytes, and the performance of its processors is
 * 2, high. Any number of either can be ordered up to the limits; here are the usual ones.
 */
export const machineSizes: MachineSizes = {
  sizes: Object.fromEntries(pairs.map(([cpus, memory]) => [`tinav6.c${cpus}r${memory}p2`, [cpus, memory] as const])),
  named: (name) => {
    const [, cpus, memory] = /^tinav\d+\.c(\d+)r(\d+)p[1-3]$/.exec(name) ?? [];
    return cpus === undefined ? undefined : [Number(cpus), Number(memory)];
  },
  source:
    "https://docs.outscale.com/en/userguide/3DS-OUTSCALE-Offering-Refinements-(API-Behavior).html (tinavW.cXrYpZ: X cores, Y of memory, Z 1 to 3)",
  seen: "2026-11-28",
};

/** Volumes: `standard` magnetic, `gp2` for general work, `io1` with a number of operations a second that is bought. */
export const volumeTypes = { standard: "standard", high: "gp2", highest: "io1" } as const;

/** Most operations a second of an `io1` volume, and for each gibibyte of it. Source: docs/resources/vm.md (13000); the second is the API's own limit, 300, as docs.outscale.com "About Volumes" has it; seen 2026-11-28. */
export const mostIops = (size: number): number => Math.min(13_000, 300 * size);
