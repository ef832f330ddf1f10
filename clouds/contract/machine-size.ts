import { InputError, type Sourced } from "../../catalogue/index.ts";
import type { FlavourRef } from "./concepts/index.ts";

/** What a cloud sells as machines: the operator's name → virtual processors and gigabytes of memory. Smaller ones first, where several would do. */
export interface MachineSizes extends Sourced {
  readonly sizes: Readonly<Record<string, readonly [cpus: number, memory: number]>>;
  /** What further names of the operator's mean, of other families and generations: nobody gets one who asks by processors and memory. @default none is known */
  readonly named?: (name: string) => readonly [cpus: number, memory: number] | undefined;
}

/** What a name of the operator's means; undefined where nobody knows. */
export const sizeNamed = (name: string, { sizes, named }: MachineSizes): readonly [cpus: number, memory: number] | undefined =>
  Object.hasOwn(sizes, name) ? sizes[name] : named?.(name);

/**
 * The operator's name of a machine size: its own name as it is given, or the smallest that has at least so many processors and so much memory.
 *
 * @throws InputError when none is large enough; `what` begins the sentence
 */
export function machineName(what: string, flavour: FlavourRef, { sizes }: MachineSizes): string {
  if ("name" in flavour) return flavour.name;
  if ("id" in flavour) return flavour.id;
  const fits = Object.entries(sizes)
    .filter(([, [cpus, memory]]) => cpus >= flavour.cpus && memory >= flavour.memory)
    .sort(([, a], [, b]) => a[0] - b[0] || a[1] - b[1]);
  const [name] = fits[0] ?? [];
  if (name !== undefined) return name;
  const largest = Object.entries(sizes).reduce((most, one) => (one[1][0] * one[1][1] > most[1][0] * most[1][1] ? one : most));
  throw new InputError(
    `${what} asks for ${flavour.cpus} processors and ${flavour.memory} GB of memory; the largest size that we know there is ${largest[0]}, with ${largest[1][0]} and ${largest[1][1]} GB. Ask for less, or name a size of the operator's own: { flavour: "…" }.`,
  );
}
