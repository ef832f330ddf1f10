/**
 * The graph of an app's stacks: one file beside them, written by synthesis, that says for every engine and pipeline alike which stacks there are,
 * in which order they go, what each needs, and what its folder held. Whoever deploys renders this file and reads nothing else.
 */
export type { Graph, GraphBackend, GraphInput, GraphStack, GraphVariable } from "./graph.ts";
export { GRAPH_FILE, parseGraph, readGraph, writeGraph } from "./graph-file.ts";
export { graphOf } from "./graph-of.ts";
export { dependantsOf, dependenciesOf } from "./reach.ts";
