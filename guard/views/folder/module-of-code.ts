import { readdirSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { entryAt } from "../../../catalogue/entry-at.ts";
import type { Json } from "../../values/json.ts";
import type { Files } from "../../values/scope.ts";
import { collect } from "../synthesized/collect.ts";
import { bytesOf } from "../synthesized/folder.ts";
import type { Document, Module } from "../synthesized/module.ts";
import { CODE, parseJson } from "../synthesized/parse-json.ts";
import { bodyOf, LARGEST_NATIVE } from "./body.ts";
import { constants } from "./constants.ts";
import { filesOf } from "./disk.ts";
import { expressionJson } from "./expression.ts";
import { byPrecedence, type Engine, isConfiguration, isOverride, isPassedOver, isVariables } from "./files.ts";
import { Unreadable } from "./hcl-cursor.ts";

/** A value of a variable, and where it was given. */
type Found = Map<string, { readonly value: Json; readonly file: string }>;

/** A value that the engine is told on its command line: as text, `-var`, or from a file of values, `-var-file`. */
export type Told = { readonly text: string; readonly by: string } | { readonly value: Json; readonly by: string };

/** What is told of a run. */
export interface RunTold {
  /** What the engine is told on its command line: values of variables, above all files. @default nothing */
  readonly told?: ReadonlyMap<string, Told>;
  /** Settings of the backend that `init` is told, which count above those of its block. @default nothing */
  readonly backend?: ReadonlyMap<string, Told>;
  /** The workspace that it runs in. @default any, as far as anybody knows */
  readonly workspace?: string;
}

/** What engines read beside the files: `TF_VAR_name` gives the variable `name`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every file that an engine would read in a folder, and the folders that its calls name. Undefined: there is nothing of Terraform in it. */
export function moduleOfCode(
  folder: string,
  engine: Engine,
  environment: Environment,
  { told = new Map(), backend = new Map(), workspace }: RunTold = {},
): Module | undefined {
  const reader: Reader = { engine, shown, ...(workspace !== undefined && { workspace }) };
  const root = read(folder, reader);
  if (root === undefined) return undefined;
  // Files win over the environment, and what the engine is told over both.
  const given: Found = new Map([...fromEnvironment(environment, root.module), ...root.given(), ...fromCommand(told, root.module)]);
  return withChildren(
    { ...withSettings(root.module, backend), given },
    { ...reader, root: folder, disk: filesOf(folder), read: new Map() },
    folder,
    [realpathSync(folder)],
  );
}

const shown = (path: string): string => path;

/**
 * A module that was read from JSON, with the folders of code that its calls name, and the files that its expressions read. Which engine will run it
 * nobody knows yet: what only one of them reads is refused.
 *
 * @param shown the name of a path, where the folder is judged before it takes its place
 */
export function withCalled(module: Module, folder: string, shown: (path: string) => string): Module {
  return withChildren(module, { root: folder, disk: filesOf(folder), engine: "terraform", shown, read: new Map() }, folder, [
    realpathSync(folder),
  ]);
}

/** Why no engine would come to an end with a file. */
export const ENDLESS_FILE = "no file that stays as it is";
export const CALLS_ITSELF = "it calls a module that it is in";
export const ONLY_OPENTOFU = "only OpenTofu reads it: check with that engine, --engine tofu, or take the file out";

interface Reader {
  readonly engine: Engine;
  readonly workspace?: string;
  /** The name of a path in findings. */
  readonly shown: (path: string) => string;
}

interface Folder {
  readonly module: Module;
  /** What variables' files say: the engine reads those of the root module only. */
  readonly given: () => Found;
}

function read(folder: string, { engine, shown, workspace }: Reader): Folder | undefined {
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
      if (passedOver.has(name) && isConfiguration(name)) files.push({ name: shown(join(folder, name)), why: ONLY_OPENTOFU });
  for (const name of names.filter(isConfiguration)) {
    const json = attempted(join(folder, name), shown, files);
    if (json !== undefined) (isOverride(name) ? overrides : documents).push({ file: shown(join(folder, name)), json });
  }
  if (documents.length + overrides.length + files.length === 0) return undefined;
  const unseen = (engine === "terraform" ? [] : [...passedOver]).map(
    (name) => `${shown(join(folder, name))}: this engine passes over a file of this name`,
  );
  return {
    module: {
      origin: shown(folder),
      ...(workspace !== undefined && { workspace }),
      ...collect(documents, overrides),
      given: new Map(),
      files,
      unseen,
    },
    given() {
      const given: Found = new Map();
      for (const name of names.filter(isVariables).sort(byPrecedence))
        for (const [variable, value] of Object.entries(attempted(join(folder, name), shown, files) ?? {}))
          given.set(variable, { value, file: name });
      return given;
    },
  };
}

/** A file that cannot be read is a thing of its own in what is judged, and refused. */
function attempted(
  path: string,
  shown: Reader["shown"],
  files: { name: string; why: string }[],
): { readonly [key: string]: Json } | undefined {
  const unread = (why: string): undefined => void files.push({ name: shown(path), why });
  const kind = entryAt(path);
  // What is read from a pipe might never end.
  if (!kind?.isFile()) return unread(kind === undefined ? "a link to nothing" : ENDLESS_FILE);
  if (path.endsWith(".json")) return parseJson(bytesOf(path), shown(path), isVariables(path) ? undefined : CODE);
  try {
    return bodyOf(Buffer.from(bytesOf(path, LARGEST_NATIVE)).toString("utf8"));
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
  return simple ? text : constants(expressionJson(text.trim()));
}

function fromCommand(told: ReadonlyMap<string, Told>, { variables }: Module): Found {
  const valueTold = (name: string, one: Told): Json => ("text" in one ? fromText(one.text, variables.get(name)?.body ?? {}) : one.value);
  return new Map([...told].map(([name, one]) => [name, { value: valueTold(name, one), file: one.by }]));
}

/** A setting that is not a text is written as an expression: `endpoints={s3="…"}`. */
function withSettings(module: Module, settings: ReadonlyMap<string, Told>): Module {
  if (module.backend === undefined || settings.size === 0) return module;
  const said = [...settings].map(([name, one]): [string, Json] => {
    if (!("text" in one)) return [name, one.value];
    return [name, /^\s*[[{]/.test(one.text) ? constants(expressionJson(one.text.trim())) : one.text];
  });
  return { ...module, backend: { ...module.backend, body: { ...module.backend.body, ...Object.fromEntries(said) } } };
}

/** What is the same for a root module and all that it calls. */
interface Tree extends Reader {
  readonly root: string;
  readonly disk: Files;
  /** Folders that were read: one that is called from everywhere is read once. */
  readonly read: Map<string, Module>;
}

/** Folders that the calls name. One that is not there, or that calls itself, stays a call of which nothing is known. */
function withChildren(module: Module, tree: Tree, folder: string, above: readonly string[]): Module {
  const children = new Map<string, Module>();
  const unseen = [...module.unseen];
  for (const [name, { body }] of module.modules) {
    const { source } = body;
    if (typeof source !== "string" || !/^(?:\.{1,2})?\//.test(source)) continue;
    const called = isAbsolute(source) ? source : join(folder, source);
    if (!entryAt(called)?.isDirectory()) {
      unseen.push(`module.${name}: there is no folder ${tree.shown(called)}`);
      continue;
    }
    const real = realpathSync(called);
    if (above.includes(real)) {
      unseen.push(`module.${name}: ${CALLS_ITSELF}`);
      continue;
    }
    const known = tree.read.get(`${called} ${real}`);
    const found = known ?? read(called, tree)?.module;
    if (found === undefined) continue;
    const child = known ?? withChildren(found, tree, called, [...above, real]);
    tree.read.set(`${called} ${real}`, child);
    children.set(name, child);
  }
  const path = relative(tree.root, folder).split(sep).join("/") || ".";
  return {
    ...module,
    disk: tree.disk,
    path,
    children,
    unseen: [...new Set([...unseen, ...[...children.values()].flatMap((child) => child.unseen)])],
  };
}
