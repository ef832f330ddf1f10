import { type Graph, readGraph } from "../../delivery/graph/index.ts";
import type { Exit } from "../exit.ts";
import { print, printJson } from "../io/print.ts";
import { synthesized } from "./synth.ts";

export interface GraphOptions {
  readonly app?: string;
  readonly policy?: string;
  readonly format: "text" | "json" | "dot" | "mermaid";
  readonly json?: boolean;
}

/** Shows the stacks of a synthesis, and what waits for what. */
export async function graph(path: string | undefined, options: GraphOptions): Promise<Exit> {
  const folder = path ?? (await synthesized(options)).output;
  if (folder === undefined) return 1;
  const found = readGraph(folder);
  const format = options.json === true ? "json" : options.format;
  if (format === "json") printJson(found);
  else print(FORMS[format](found));
  return 0;
}

const FORMS = {
  text: ({ stacks }: Graph): string => {
    const width = Math.max(...stacks.map(({ name }) => name.length));
    const places = String(Math.max(...stacks.map(({ level }) => level)) + 1).length;
    const rows = stacks.map(({ name, level, dependsOn, backend, digest }) => {
      const state = `state: ${backend.type}${backend.encrypted ? ", encrypted" : ""}`;
      const after = dependsOn.length === 0 ? "" : `  after ${dependsOn.join(", ")}`;
      return `${String(level + 1).padStart(places)}. ${name.padEnd(width)}  ${state}  content: ${digest.slice(7, 19)}${after}`;
    });
    const beside =
      new Set(stacks.map(({ level }) => level)).size < stacks.length ? ["", "Stacks of one number are deployed side by side."] : [];
    return [...rows, ...beside].join("\n");
  },
  dot: ({ stacks }: Graph): string =>
    [
      "digraph stacks {",
      "  rankdir = LR;",
      ...stacks.flatMap(({ name, dependsOn }) => [`  "${name}";`, ...dependsOn.map((one) => `  "${one}" -> "${name}";`)]),
      "}",
    ].join("\n"),
  mermaid: ({ stacks }: Graph): string => {
    const ids = new Map(stacks.map(({ name }, index) => [name, `s${index}`]));
    return [
      "graph LR",
      ...stacks.map(({ name }) => `  ${ids.get(name)}["${name}"]`),
      ...stacks.flatMap(({ name, dependsOn }) => dependsOn.map((one) => `  ${ids.get(one)} --> ${ids.get(name)}`)),
    ].join("\n");
  },
} as const;
