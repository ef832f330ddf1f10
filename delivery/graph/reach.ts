import type { Graph } from "./graph.ts";

/** The named stacks, and all that they depend on, however far. In the graph's order. */
export function dependenciesOf(graph: Graph, names: Iterable<string>): readonly string[] {
  const before = new Map(graph.stacks.map(({ name, dependsOn }) => [name, dependsOn]));
  return reached(graph, names, (name) => before.get(name) ?? []);
}

/** The named stacks, and all that depend on them, however far. In the graph's order. */
export function dependantsOf(graph: Graph, names: Iterable<string>): readonly string[] {
  const after = new Map<string, string[]>(graph.stacks.map(({ name }) => [name, []]));
  for (const { name, dependsOn } of graph.stacks) for (const one of dependsOn) after.get(one)?.push(name);
  return reached(graph, names, (name) => after.get(name) ?? []);
}

function reached(graph: Graph, names: Iterable<string>, next: (name: string) => readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const todo = [...names];
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    todo.push(...next(name));
  }
  return graph.stacks.flatMap(({ name }) => (seen.has(name) ? [name] : []));
}
