import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseSpec } from "../../contract/index.ts";

/** The smallest node with at least the memory that is asked for, or the name that was given. */
export function nodeType({ name, size }: DatabaseSpec, nodes: Readonly<Record<string, number>>): string {
  if ("name" in size) return size.name;
  const fits = Object.entries(nodes)
    .filter(([, memory]) => memory >= size.memory)
    .sort(([, a], [, b]) => a - b);
  const [found] = fits[0] ?? [];
  if (found !== undefined) return found;
  throw new InputError(
    `Database ${name} asks for ${size.memory} GB of memory; Scaleway's largest node that we know has ${Math.max(...Object.values(nodes))}. Name a larger one if there is, { size: "…" }, or spread the data.`,
  );
}

/** Gigabytes of disk where none are asked for: four times the smallest memory, and a round number. */
export const STORAGE = 20;
