import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Json } from "../../values/json.ts";
import type { Files } from "../../values/scope.ts";
import { collect } from "../synthesized/collect.ts";
import { bytesOf } from "../synthesized/folder.ts";
import type { Document, Module } from "../synthesized/module.ts";
import { parseJson } from "../synthesized/parse-json.ts";
import { bodyOf } from "./body.ts";
import { filesOf } from "./disk.ts";
import { expressionJson } from "./expression.ts";
import { byPrecedence, type Engine, isConfiguration, isOverride, isPassedOver, isVariables } from "./files.ts";
import { Unreadable } from "./hcl-cursor.ts";

/** A value of a variable, and where it was given. */
type Found = Map<string, { readonly value: Json; readonly file: string }>;

/** A value that the engine is told on its command line: as text, `-var`, or from a file of values, `-var-file`. */
export type Told = { readonly text: string; readonly by: string } | { readonly value: Json; readonly by: string };

/** What engines read beside the files: `TF_VAR_name` gives the variable `name`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every file that an engine would read in a folder, and the folders that its calls name. Undefined: there is nothing of Terraform in it. */
export function moduleOfCode(
  folder: string,
  engine: Engine,
  environment: Environment,
  told: ReadonlyMap<string, Told> = new Map(),
): Module | undefined {
  const root = read(folder, engine);
  if (root === undefined) return undefined;
  // Files win over the environment, and what the engine is told over both.
  const given: Found = new Map([...fromEnvironment(environment, root.module), ...root.given(), ...fromCommand(told, root.module)]);
  return withChildren({ ...root.module, given }, { root: folder, disk: filesOf(folder), engine }, folder, [realpathSync(folder)]);
}

const ONLY_OPENTOFU = "only OpenTofu reads it: check with that engine, --engine tofu, or take the file out";

interface Folder {
  readonly module: Module;
  /** What variables' files say: the engine reads those of the root module only. */
  readonly given: () => Found;
}

function read(folder: string, engine: Engine): Folder | undefined {
  // Engines pass over a folder, whatever its name.
  const present = readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [] : [entry.name]))
    .sort();
  const passedOver = new Set(present.filter((name) => isPassedOver(name, present, engine)));
  const names = present.filter((name) => !passedOver.has(name));
  const files: { name: string; why: string }[] = [];
  const documents: Document[] = [];
  const overrides: Document[] = [];
  // A file that the other engine reads is there to be read by it: what this one does not see nobody has judged.
  if (engine === "terraform")
    for (const name of present)
      if (passedOver.has(name) && isConfiguration(name)) files.push({ name: join(folder, name), why: ONLY_OPENTOFU });
  for (const name of names.filter(isConfiguration)) {
    const json = attempted(folder, name, files);
    if (json !== undefined) (isOverride(name) ? overrides : documents).push({ file: join(folder, name), json });
  }
  if (documents.length + overrides.length + files.length === 0) return undefined;
  const unseen = (engine === "terraform" ? [] : [...passedOver]).map(
    (name) => `${join(folder, name)}: this engine passes over a file of this name`,
  );
  return {
    module: { origin: folder, ...collect(documents, overrides), given: new Map(), files, unseen },
    given() {
      const given: Found = new Map();
      for (const name of names.filter(isVariables).sort(byPrecedence))
        for (const [variable, value] of Object.entries(attempted(folder, name, files) ?? {})) given.set(variable, { value, file: name });
      return given;
    },
  };
}

/** A file that cannot be read is a thing of its own in what is judged, and refused. */
function attempted(folder: string, name: string, files: { name: string; why: string }[]): { readonly [key: string]: Json } | undefined {
  const path = join(folder, name);
  const unread = (why: string): undefined => void files.push({ name: path, why });
  const kind = statSync(path, { throwIfNoEntry: false });
  // What is read from a pipe might never end.
  if (!kind?.isFile()) return unread(kind === undefined ? "a link to nothing" : "no file that stays as it is");
  if (name.endsWith(".json")) return parseJson(bytesOf(path), path);
  try {
    return bodyOf(Buffer.from(bytesOf(path)).toString("utf8"));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return unread(error.message);
  }
}

function fromEnvironment(environment: Environment, { variables }: Module): Found {
  const given: Found = new Map();
  for (const [name, { body }] of variables) {
    const text = environment[`TF_VAR_${name}`];
    if (text === undefined) continue;
    given.set(name, { value: fromText(text, body), file: `TF_VAR_${name}` });
  }
  return given;
}

/** A variable of a simple type takes the text as it is, any other reads it as an expression. */
function fromText(text: string, { type }: { readonly [key: string]: Json }): Json {
  const simple = type === undefined || ["string", "number", "bool"].includes(String(type).replace(/^\$\{(.*)\}$/, "$1"));
  return simple ? text : expressionJson(text.trim());
}

function fromCommand(told: ReadonlyMap<string, Told>, { variables }: Module): Found {
  const valueTold = (name: string, one: Told): Json => ("text" in one ? fromText(one.text, variables.get(name)?.body ?? {}) : one.value);
  return new Map([...told].map(([name, one]) => [name, { value: valueTold(name, one), file: one.by }]));
}

/** What is the same for a root module and all that it calls. */
interface Tree {
  readonly root: string;
  readonly disk: Files;
  readonly engine: Engine;
}

/** Folders that the calls name. One that is not there, or that calls itself, stays a call of which nothing is known. */
function withChildren(module: Module, tree: Tree, folder: string, above: readonly string[]): Module {
  const children = new Map<string, Module>();
  const unseen = [...module.unseen];
  for (const [name, { body }] of module.modules) {
    const { source } = body;
    if (typeof source !== "string" || !/^\.{1,2}\//.test(source)) continue;
    const called = join(folder, source);
    if (!statSync(called, { throwIfNoEntry: false })?.isDirectory()) {
      unseen.push(`module.${name}: there is no folder ${called}`);
      continue;
    }
    const real = realpathSync(called);
    const found = above.includes(real) ? undefined : read(called, tree.engine)?.module;
    if (found !== undefined) children.set(name, withChildren(found, tree, called, [...above, real]));
  }
  const path = relative(tree.root, folder).split(sep).join("/") || ".";
  return { ...module, disk: tree.disk, path, children, unseen: [...unseen, ...[...children.values()].flatMap((child) => child.unseen)] };
}
