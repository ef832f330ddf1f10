import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { entryAt } from "../../catalogue/entry-at.ts";
import { InputError } from "../../catalogue/errors.ts";
import type { Json } from "../../catalogue/json.ts";
import { parseBlocks } from "../../catalogue/repeated-blocks.ts";
import { attributeText, blocksOf, withoutComments } from "./hcl.ts";

export interface Variable {
  readonly name: string;
  /** As Terraform writes it; empty where none is declared. */
  readonly type: string;
  readonly required: boolean;
}

export interface RemoteState {
  readonly name: string;
  /** Backend type and settings where the file says them literally (JSON), else null. */
  readonly backend: string | null;
  readonly config: Readonly<Record<string, Json>> | null;
}

/** What a rehearsal must know of a folder before the engine reads it. */
export interface Configuration {
  readonly files: readonly string[];
  readonly variables: readonly Variable[];
  /** Names that files beside the configuration set. */
  readonly set: ReadonlySet<string>;
  readonly remoteStates: readonly RemoteState[];
  /** Literal backend of the folder, as JSON says it. */
  readonly backend: { readonly type: string; readonly config: Readonly<Record<string, Json>> } | null;
  /** Where programs would be run in an apply. */
  readonly provisioners: readonly string[];
  readonly encrypted: boolean;
  /** All text, without comments. */
  readonly text: string;
}

const isHcl = (file: string): boolean => /\.(tf|tofu)$/.test(file);
export const isJson = (file: string): boolean => /\.(tf|tofu)\.json$/.test(file);
export const isNamedAsRead = (file: string): boolean => isHcl(file) || isJson(file);

type Members = Readonly<Record<string, Json>>;
export const membersOf = (value: Json | undefined): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : {};

/** In Terraform's JSON a block stands alone or in a list. */
export const each = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

export function readConfiguration(folder: string): Configuration {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && isNamedAsRead(entry.name))
    .map(({ name }) => name)
    .sort();
  const c: Collected = { variables: [], remoteStates: [], provisioners: [], backend: null, encrypted: false, texts: [] };
  for (const file of files) {
    const path = join(folder, file);
    if (!entryAt(path)?.isFile())
      throw new InputError(`${path} is no file, or a link to none: no engine could read this folder. Take it out.`);
    const text = readFileSync(path, "utf8");
    if (isHcl(file)) fromHcl(text, file, c);
    else fromJson(text, file, c);
  }
  return { files, set: setNames(folder), text: c.texts.join("\n"), ...c };
}

interface Collected {
  readonly variables: Variable[];
  readonly remoteStates: RemoteState[];
  readonly provisioners: string[];
  readonly texts: string[];
  backend: Configuration["backend"];
  encrypted: boolean;
}

function fromHcl(text: string, file: string, c: Collected): void {
  c.texts.push(withoutComments(text));
  for (const block of blocksOf(text)) {
    const [first = "", second = ""] = block.labels;
    if (block.type === "variable") {
      c.variables.push({
        name: first,
        type: attributeText(block.body, "type") ?? "",
        required: attributeText(block.body, "default") === null,
      });
    }
    if (block.type === "data" && first === "terraform_remote_state") c.remoteStates.push({ name: second, backend: null, config: null });
    if (block.type === "terraform" && blocksOf(block.body).some((inner) => inner.type === "encryption")) c.encrypted = true;
    if (block.type === "resource" && /(^|\n)\s*provisioner\s+"/.test(block.body)) c.provisioners.push(`${first}.${second} (${file})`);
  }
}

/** A file that is not JSON is left to the engine, which says what is wrong with it. */
export function parseJson(text: string): Members {
  try {
    return membersOf(JSON.parse(text) as Json);
  } catch {
    return {};
  }
}

/** The same of code, which may say a type of block twice. */
export function parseCode(text: string, file: string): Members {
  try {
    return membersOf(parseBlocks(text, file));
  } catch {
    return {};
  }
}

function fromJson(text: string, file: string, c: Collected): void {
  const document = parseCode(text, file);
  c.texts.push(text);
  for (const variables of each(document.variable)) {
    for (const [name, v] of Object.entries(membersOf(variables))) {
      const { type, default: standard } = membersOf(v);
      c.variables.push({ name, type: typeof type === "string" ? type : "", required: standard === undefined });
    }
  }
  for (const data of each(document.data)) {
    for (const [name, state] of Object.entries(membersOf(membersOf(data).terraform_remote_state))) {
      const { backend, config } = membersOf(each(state)[0]);
      c.remoteStates.push({ name, backend: typeof backend === "string" ? backend : null, config: membersOf(config) });
    }
  }
  for (const settings of each(document.terraform)) {
    const { backend } = membersOf(settings);
    for (const [type, config] of Object.entries(membersOf(each(backend)[0]))) c.backend = { type, config: membersOf(each(config)[0]) };
  }
  for (const resources of each(document.resource)) {
    for (const [type, named] of Object.entries(membersOf(resources))) {
      for (const [name, r] of Object.entries(membersOf(named))) {
        if (each(r).some((x) => membersOf(x).provisioner !== undefined)) c.provisioners.push(`${type}.${name} (${file})`);
      }
    }
  }
}

function setNames(folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    if (entryAt(path)?.isFile() !== true) continue;
    if (/(^terraform\.tfvars|\.auto\.tfvars)$/.test(file)) {
      for (const match of withoutComments(readFileSync(path, "utf8")).matchAll(/^[ \t]*([A-Za-z_][\w-]*)[ \t]*=/gm))
        names.add(match[1] ?? "");
    } else if (/(^terraform\.tfvars|\.auto\.tfvars)\.json$/.test(file)) {
      for (const name of Object.keys(parseJson(readFileSync(path, "utf8")))) names.add(name);
    }
  }
  return names;
}
