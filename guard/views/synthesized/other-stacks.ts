import { basename, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Subject } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { isTemplate } from "../../values/language/index.ts";
import { isList, isObject, type ObjectTerm } from "../../values/term.ts";
import { elsewhere } from "../elsewhere.ts";
import type { Block } from "./blocks.ts";
import type { Module } from "./module.ts";
import type { JsonObject } from "./parse-json.ts";
import { ModuleScope } from "./scope.ts";

/** A stack as others read it: its names, and what finds its subjects by them. */
export interface OtherStack {
  readonly scope: ModuleScope;
  readonly find: (address: string) => Subject | undefined;
}

/** Reads a stack under names that tell it from the one that reads it. */
export type ReadOther = (module: Module, scope: ModuleScope) => OtherStack["find"];

/**
 * The stacks of one synthesized folder. What one reads of another's state (`terraform_remote_state`) is followed to the output in the other's document,
 * where both name one place of one state, written out to the last setting: what is anywhere else nobody here has seen.
 */
export class OtherStacks {
  readonly #modules: () => readonly Module[];
  readonly #read: ReadOther;
  readonly #others = new Map<Module, OtherStack>();
  #all: readonly Module[] | undefined;

  constructor(modules: () => readonly Module[], read: ReadOther) {
    this.#modules = modules;
    this.#read = read;
  }

  /** What the stack hands out whose state a block reads; undefined: it is none of these. */
  outputsFor(reader: Module, { body }: Block): ObjectTerm | undefined {
    const wanted = stateRead(reader, body);
    if (wanted === undefined) return undefined;
    this.#all ??= this.#modules();
    const [keeper, ...others] = this.#all.filter((module) => isDeepStrictEqual(stateKept(module), wanted));
    return keeper === undefined || others.length > 0 || keeper.origin === reader.origin ? undefined : this.#other(keeper).scope.outputs();
  }

  /** A subject of another stack, by the name that this one has for it. */
  find(address: string): Subject | undefined {
    for (const { scope, find } of this.#others.values()) if (address.startsWith(scope.path)) return find(address);
    return undefined;
  }

  #other(module: Module): OtherStack {
    const known = this.#others.get(module);
    if (known !== undefined) return known;
    const scope = new ModuleScope(module, { path: elsewhere(basename(module.origin)), others: this });
    // Most are asked for a name, and never for a subject.
    let found: OtherStack["find"] | undefined;
    const find: OtherStack["find"] = (address) => {
      found ??= this.#read(module, scope);
      return found(address);
    };
    const made: OtherStack = { scope, find };
    this.#others.set(module, made);
    return made;
  }
}

/** One state: the type of its backend, and every setting by which it is found. */
interface State {
  readonly type: string;
  readonly settings: JsonObject;
}

/** What has to be written for a state to be told from all others. What is left to the command line or the environment may be anything. */
const NAMING: Readonly<Record<string, readonly string[]>> = {
  local: ["path"],
  s3: ["bucket", "key"],
  http: ["address"],
  pg: ["conn_str", "schema_name"],
  kubernetes: ["secret_suffix", "namespace", "host"],
  gcs: ["bucket", "prefix"],
  azurerm: ["storage_account_name", "container_name", "key"],
};

/** The workspace that a run is in, in both stacks alike. */
const SAME_WORKSPACE: ReadonlySet<Json | undefined> = new Set([undefined, null, "default", "${terraform.workspace}"]);
const READS: ReadonlySet<string> = new Set(["//", "backend", "config", "workspace"]);

function stateRead(reader: Module, body: JsonObject): State | undefined {
  if (!SAME_WORKSPACE.has(body["workspace"]) || Object.keys(body).some((key) => !READS.has(key))) return undefined;
  const { backend } = body;
  const config = body["config"] ?? null;
  const one = isList(config) && config.length === 1 ? (config[0] ?? null) : config;
  return typeof backend === "string" && isObject(one) ? stateOf(backend, one, reader.origin) : undefined;
}

function stateKept({ backend, cloud, origin, files }: Module): State | undefined {
  // What was not read may move it.
  if (cloud !== undefined || backend === undefined || files.length > 0) return undefined;
  return stateOf(backend.labels[0] ?? "", backend.body, origin);
}

function stateOf(type: string, written: JsonObject, folder: string): State | undefined {
  const naming = Object.hasOwn(NAMING, type) ? NAMING[type] : undefined;
  const said = Object.entries(written).filter(([name, value]) => name !== "//" && value !== null);
  if (naming === undefined || holdsTemplate(written)) return undefined;
  const settings = Object.fromEntries(
    said.map(([name, value]) => [name, type === "local" && name === "path" ? resolve(folder, String(value)) : value]),
  );
  return naming.every((name) => typeof settings[name] === "string" && settings[name] !== "") ? { type, settings } : undefined;
}

function holdsTemplate(json: Json): boolean {
  if (typeof json === "string") return isTemplate(json);
  return typeof json === "object" && json !== null && Object.entries(json).some(([key, one]) => key !== "//" && holdsTemplate(one as Json));
}
