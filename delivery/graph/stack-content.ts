import type { Json } from "../../catalogue/json.ts";
import { backendAt, backendOf } from "./backend.ts";
import { digestOf } from "./digest.ts";
import { type Document, documentsIn, each, membersOf } from "./document.ts";
import type { GraphBackend, GraphStack, GraphVariable } from "./graph.ts";

/** What a stack's own files say of it, before it is known which stacks stand beside it. */
export interface StackContent extends Pick<GraphStack, "backend" | "providers" | "variables" | "digest"> {
  readonly reads: readonly RemoteState[];
}

export interface RemoteState {
  readonly data: string;
  readonly backend: GraphBackend;
  readonly outputs: readonly string[];
}

/** @param shown the folder as the graph names it, from the graph file */
export function contentOf(folder: string, shown: string): StackContent {
  const documents = documentsIn(folder, shown);
  const blocks = (word: string): readonly Json[] => documents.flatMap(({ members }) => each(members[word]));
  const modules = blocks("module").flatMap((named) => Object.values(membersOf(named)).flatMap((call) => each(call)));
  const sources = modules.flatMap((call) => membersOf(call).source).filter((source) => typeof source === "string");
  return {
    backend: backendOf(blocks("terraform"), shown),
    providers: providersIn(blocks("terraform")),
    variables: variablesIn(blocks("variable")),
    digest: digestOf(folder, sources),
    reads: readsIn(blocks("data"), documents, shown),
  };
}

function providersIn(terraform: readonly Json[]): readonly string[] {
  const required = terraform.flatMap((block) => each(membersOf(block).required_providers));
  const sources = required.flatMap((providers) =>
    Object.entries(membersOf(providers)).map(([name, wanted]) => {
      const { source } = membersOf(wanted);
      return typeof source === "string" ? source : `hashicorp/${name}`;
    }),
  );
  return [...new Set(sources)].sort();
}

function variablesIn(variables: readonly Json[]): readonly GraphVariable[] {
  return variables
    .flatMap((named) => Object.entries(membersOf(named)))
    .map(([name, variable]) => ({ name, ...membersOf(each(variable)[0]) }))
    .filter((variable) => !("default" in variable))
    .map((variable) => ({ name: variable.name, sensitive: (variable as { sensitive?: Json }).sensitive === true }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readsIn(data: readonly Json[], documents: readonly Document[], shown: string): readonly RemoteState[] {
  return data
    .flatMap((types) => Object.entries(membersOf(membersOf(types).terraform_remote_state)))
    .map(([name, block]) => {
      const { backend, config } = membersOf(each(block)[0]);
      const type = typeof backend === "string" ? backend : "";
      return { data: name, backend: backendAt(type, membersOf(each(config)[0]), shown), outputs: outputsRead(documents, name) };
    })
    .sort((a, b) => (a.data < b.data ? -1 : 1));
}

function outputsRead(documents: readonly Document[], name: string): readonly string[] {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const reads = new RegExp(`terraform_remote_state\\.${escaped}\\.outputs(?:\\.([A-Za-z_][\\w-]*)|\\[\\\\?"([^"\\\\]+)\\\\?"\\])`, "g");
  const found = documents.flatMap(({ text }) => (text.includes(name) ? [...text.matchAll(reads)].map((m) => m[1] ?? m[2] ?? "") : []));
  return [...new Set(found)].sort();
}
