/**
 * The folder view: reads Terraform's native syntax where it stands. What a plan computes, a plan knows better; the backend and what encrypts the
 * state stand nowhere else.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { Infrastructure } from "../infrastructure.ts";
import type { Json } from "../values/json.ts";
import { bodyOf } from "./folder/body.ts";
import { Unreadable } from "./folder/hcl-cursor.ts";
import { collect } from "./synthesized/collect.ts";
import { bytesOf } from "./synthesized/folder.ts";
import type { Document, Module } from "./synthesized/module.ts";
import { parseJson } from "./synthesized/parse-json.ts";
import { readModule } from "./synthesized/read-module.ts";

/** Files in the native syntax, or JSON that only OpenTofu reads. */
export const isCode = (name: string): boolean => /\.(?:tf|tofu|tofu\.json)$/.test(name) && isRead(name);

const isRead = (name: string): boolean => !name.startsWith(".") && !name.endsWith("~");
const isConfiguration = (name: string): boolean => /\.(?:tf|tofu)(?:\.json)?$/.test(name) && isRead(name);
const isOverride = (name: string): boolean => /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name);
const isVariables = (name: string): boolean => /(?:^terraform|\.auto)\.tfvars(?:\.json)?$/.test(name);

/**
 * Reads every file that an engine would read in a folder. A file that cannot be read is a thing of its own in what is judged, and refused.
 *
 * @param engine of `a.tf` and `a.tofu`, OpenTofu reads the second alone, Terraform the first
 * @throws InputError when there is nothing of Terraform in it
 */
export function readFolderOfCode(folder: string, engine: "opentofu" | "terraform" = "opentofu"): Infrastructure {
  const present = readdirSync(folder).sort();
  const passedOver = new Set(present.filter((name) => isPassedOver(name, present, engine)));
  const names = present.filter((name) => !passedOver.has(name));
  const files: { name: string; why: string }[] = [];
  const documents: Document[] = [];
  const overrides: Document[] = [];
  const given = new Map<string, { value: Json; file: string }>();
  for (const name of names.filter(isConfiguration)) {
    const json = attempted(folder, name, files);
    if (json !== undefined) (isOverride(name) ? overrides : documents).push({ file: join(folder, name), json });
  }
  for (const name of names.filter(isVariables).sort(byPrecedence)) {
    for (const [variable, value] of Object.entries(attempted(folder, name, files) ?? {})) given.set(variable, { value, file: name });
  }
  if (documents.length + overrides.length + files.length === 0)
    throw new InputError(`${folder} holds no Terraform file (*.tf, *.tofu, *.tf.json). Name the folder that does.`);
  const unseen = [...passedOver].map((name) => `${join(folder, name)}: this engine passes over a file of this name`);
  const module: Module = { origin: folder, ...collect(documents, overrides), given, files, unseen };
  return { ...readModule(module, {}), view: "folder" };
}

function isPassedOver(name: string, present: readonly string[], engine: "opentofu" | "terraform"): boolean {
  if (engine === "terraform") return /\.tofu(?:\.json)?$/.test(name);
  return /\.tf(?:\.json)?$/.test(name) && present.includes(name.replace(/\.tf(\.json)?$/, ".tofu$1"));
}

function attempted(folder: string, name: string, files: { name: string; why: string }[]): { readonly [key: string]: Json } | undefined {
  const path = join(folder, name);
  if (name.endsWith(".json")) return parseJson(bytesOf(path), path);
  try {
    return bodyOf(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    files.push({ name: path, why: error.message });
    return undefined;
  }
}

/** terraform.tfvars first, its JSON next, then the others by name; a later file wins. */
function byPrecedence(a: string, b: string): number {
  const rank = (name: string): number => (name === "terraform.tfvars" ? 0 : name === "terraform.tfvars.json" ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
