import { InputError } from "../../catalogue/errors.ts";
import type { Graph } from "../graph/index.ts";

/**
 * For each stack a name that an engine admits, different for each.
 *
 * @param admit writes a stack's name in the engine's own characters
 * @throws InputError when a stack's name cannot stand in a pipeline's file: it would be read there as something else
 */
export function namesFor(graph: Graph, admit: (name: string) => string = (name) => name): (stack: string) => string {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name } of graph.stacks) {
    if (!/^[A-Za-z0-9_][\w.-]*$/.test(name))
      throw new InputError(
        `The stack ${JSON.stringify(name)} cannot stand in a pipeline: letters, digits, ".", "_" and "-" can. Give it another name in the program.`,
      );
    let own = admit(name);
    for (let count = 2; taken.has(own); count += 1) own = `${admit(name)}-${count}`;
    taken.add(own);
    names.set(name, own);
  }
  return (stack) => names.get(stack) ?? stack;
}

/** For identifiers: letters, digits, `_` and `-`. */
export const identifier = (name: string): string => name.replace(/[^\w-]/g, "_");

/** For names in Kubernetes: lower-case letters, digits and `-`. */
export const dnsLabel = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 50) || "stack";
