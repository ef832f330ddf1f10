import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import type { Graph, GraphStack } from "./graph.ts";
import { graphOf } from "./graph-of.ts";
import { levelsOf } from "./levels.ts";
import { inside } from "./manifest.ts";

/** Its name, in the folder that a synthesis writes. */
export const GRAPH_FILE = "graph.json";

const textOf = (graph: Graph): string => `${JSON.stringify(graph, null, 2)}\n`;

/** Writes the graph of a synthesized folder into it. `shown`: the folder as the user knows it, for messages. */
export function writeGraph(folder: string, shown: string = folder): Graph {
  const graph = graphOf(folder, shown);
  writeFileSync(join(folder, GRAPH_FILE), textOf(graph));
  return graph;
}

/**
 * The graph of a synthesized folder. What the file says must be what the folder holds, so that what was reviewed is what is deployed; a folder
 * without the file (a plain app's) is read as it stands.
 *
 * @throws InputError that names the first stack that differs
 */
export function readGraph(folder: string): Graph {
  const found = graphOf(folder);
  const file = join(folder, GRAPH_FILE);
  if (!existsSync(file)) return found;
  const written = parseGraph(readFileSync(file, "utf8"), file);
  if (textOf(written) === textOf(found)) return found;
  const changed = difference(written, found);
  throw new InputError(
    `${file} is not the graph of what stands beside it: ${changed}. Something was changed after synthesis. Synthesize again (terroir synth), or fetch what was reviewed again.`,
  );
}

function difference(written: Graph, found: Graph): string {
  const now = new Map(found.stacks.map((stack) => [stack.name, stack]));
  for (const stack of written.stacks) {
    const other = now.get(stack.name);
    if (other === undefined) return `the stack ${stack.name} is missing`;
    if (other.digest !== stack.digest) return `the content of the stack ${stack.name} changed`;
    if (textOf({ format: 1, stacks: [stack] }) !== textOf({ format: 1, stacks: [other] }))
      return `what it says of the stack ${stack.name} differs`;
    now.delete(stack.name);
  }
  const [more] = now.keys();
  return more === undefined ? "the order of the stacks differs" : `the stack ${more} is not in it`;
}

/**
 * A graph from the text of its file, checked: from a pipeline's artifact, from another commit.
 *
 * @param origin the file's name, for messages
 * @throws InputError when it is no graph, or one whose stacks depend on each other in a circle
 */
export function parseGraph(text: string, origin: string): Graph {
  let graph: Partial<Graph> | null;
  try {
    graph = JSON.parse(text) as Partial<Graph> | null;
  } catch (error) {
    throw new InputError(`${origin} is not JSON: ${(error as Error).message}. Synthesize again.`, { cause: error });
  }
  if (typeof graph !== "object" || graph === null || !Array.isArray(graph.stacks))
    throw new InputError(`${origin} is no graph of stacks. \`terroir synth\` writes ${GRAPH_FILE}.`);
  if (graph.format !== 1)
    throw new InputError(
      `${origin} has the graph format ${JSON.stringify(graph.format)}; this release reads format 1. Synthesize with this release.`,
    );
  const wrong = graph.stacks.find((stack) => !isStack(stack));
  if (wrong !== undefined)
    throw new InputError(`${origin}: ${JSON.stringify(wrong).slice(0, 80)} is no stack of a graph. Synthesize again.`);
  for (const stack of graph.stacks) inside(stack.folder, origin);
  levelsOf(new Map(graph.stacks.map(({ name, dependsOn }) => [name, dependsOn])), origin);
  return graph as Graph;
}

function isStack(x: Partial<GraphStack> | null): boolean {
  return (
    typeof x === "object" &&
    x !== null &&
    typeof x.name === "string" &&
    typeof x.folder === "string" &&
    typeof x.level === "number" &&
    typeof x.backend?.type === "string" &&
    /^sha256:[0-9a-f]{64}$/.test(x.digest ?? "") &&
    [x.dependsOn, x.inputs, x.providers, x.variables].every(Array.isArray)
  );
}
