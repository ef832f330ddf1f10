import type { Term } from "./term.ts";

/** What expressions read beside the configuration: files of the folder that it stands in. */
export interface Files {
  /** The text of a file, by the path that the configuration writes. */
  text(path: string): Term;
  /** What stands in a file, whatever it is; else why nobody knows. */
  bytes(path: string): Uint8Array | Term;
  /** True, false, or a value that nobody knows. */
  exists(path: string): Term;
  /** Paths of all files below a folder, relative to it, with `/`; undefined: they are not all known. */
  below(folder: string): readonly string[] | undefined;
  /** What a document in YAML says. */
  yaml(text: string): Term;
}

/** What the names in an expression mean: `var`, `local`, `data`, a resource type … */
export interface Scope {
  /** Absent: no file can be read. */
  readonly files?: Files | undefined;
  /** Undefined: no such name. */
  root(name: string): Term | undefined;
}

/** Names that hold in one part of a document only: `each`, `count`, a `for`'s variables, an iterator. */
export interface Binding {
  readonly name: string;
  readonly term: Term;
  readonly next?: Binding;
}

/** Where an expression stands. */
export interface Env {
  readonly scope: Scope;
  readonly bindings?: Binding;
}

export function bind(env: Env, name: string, term: Term): Env {
  return { scope: env.scope, bindings: { name, term, ...(env.bindings === undefined ? {} : { next: env.bindings }) } };
}

export function resolve(env: Env, name: string): Term | undefined {
  for (let binding = env.bindings; binding !== undefined; binding = binding.next) if (binding.name === name) return binding.term;
  return env.scope.root(name);
}
