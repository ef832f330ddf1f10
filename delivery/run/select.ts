import { InputError } from "../../catalogue/errors.ts";
import type { Graph } from "../graph/index.ts";

/** What to go through. Everything, when nothing is said. */
export interface Selection {
  /** Names; `*` stands for any text. */
  readonly only?: readonly string[] | undefined;
  /** The graph of another time: stacks whose content is the same as then are left out. */
  readonly since?: Graph | undefined;
}

/**
 * Names of the stacks to go through, in the graph's order.
 *
 * @throws InputError when a name fits no stack
 */
export function select(graph: Graph, { only, since }: Selection): readonly string[] {
  // An empty variable of a pipeline must not look like a day on which nothing is to be done.
  if (only?.length === 0) throw new InputError("--only names no stack. Leave it out for all of them.");
  const then = new Map(since?.stacks.map(({ name, digest }) => [name, digest]));
  const patterns = only?.map((name) => ({ name, pattern: new RegExp(`^${name.split("*").map(quoted).join(".*")}$`) }));
  const names = graph.stacks.map(({ name }) => name);
  for (const { name, pattern } of patterns ?? [])
    if (!names.some((one) => pattern.test(one))) throw new InputError(`There is no stack ${name}. There are: ${names.join(", ")}.`);
  return graph.stacks
    .filter(({ name }) => patterns === undefined || patterns.some(({ pattern }) => pattern.test(name)))
    .filter(({ name, digest }) => since === undefined || then.get(name) !== digest)
    .map(({ name }) => name);
}

const quoted = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
