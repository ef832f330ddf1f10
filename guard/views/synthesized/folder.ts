import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { entryAt } from "../../../catalogue/entry-at.ts";
import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import { collect } from "./collect.ts";
import type { Document, Module } from "./module.ts";
import { CODE, parseJson, requireSize, type Sort } from "./parse-json.ts";

/** What the engine does with a file of this name in a module's folder. */
export type Role = "configuration" | "override" | "variables" | "unreadable" | "ignored" | "none";

/**
 * Terraform and OpenTofu read by name: `*.tf`, `*.tofu` and both with `.json`; names that begin with a dot or end like an editor's backup are left
 * out, except for variables' files.
 */
export function roleOf(name: string): Role {
  if (/(^terraform|\.auto)\.tfvars\.json$/.test(name)) return "variables";
  if (/\.(tfvars|tfvars\.json)$/.test(name)) return "unreadable";
  if (
    !/\.(tf|tofu|tf\.json|tofu\.json)$|\.(tfstack|tfdeploy|tfcomponent|tfquery)\.hcl$|^\.?(terraform|tofu)rc$|\.(terraformrc|tofurc)$|^terraform\.rc$/.test(
      name,
    )
  )
    return "none";
  if (/^\.?(terraform|tofu)rc$|\.(terraformrc|tofurc)$/.test(name)) return "unreadable";
  if (name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"))) return "ignored";
  if (!name.endsWith(".tf.json")) return "unreadable";
  return name === "override.tf.json" || name.endsWith("_override.tf.json") ? "override" : "configuration";
}

/** Reads all that the engine would read in a folder. Undefined: there is nothing of Terraform in it. `shown`: the folder as the user named it. */
export function readFolder(folder: string, shown: string): Module | undefined {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const documents: Document[] = [];
  const overrides: Document[] = [];
  const files: { name: string; why: string }[] = [];
  const given = new Map<string, { value: Json; file: string }>();
  const unseen: string[] = [];
  const read = (name: string, sort?: Sort) => parseJson(bytesOf(join(folder, name)), join(shown, name), sort);
  // A synthesis says nothing twice, and what deploys it reads it as it was synthesized.
  const sort = entries.some(({ name }) => name === "cdk.tf.json") ? undefined : CODE;
  // terraform.tfvars.json comes before *.auto.tfvars.json; a later file wins.
  const variables: string[] = [];
  for (const entry of entries) {
    const role = roleOf(entry.name);
    const path = join(shown, entry.name);
    if (entry.name === ".terraform" && entry.isDirectory()) unseen.push(`${path}: what the engine fetched when it was initialised`);
    if (role === "none" || entry.isDirectory()) continue;
    if (role === "ignored") unseen.push(`${path}: the engine passes over a file of this name`);
    else if (!entry.isFile()) files.push({ name: path, why: "link" });
    else if (role === "unreadable") files.push({ name: path, why: entry.name.slice(entry.name.indexOf(".", 1)) });
    else if (role === "variables") variables.push(entry.name);
    else (role === "override" ? overrides : documents).push({ file: path, json: read(entry.name, sort) });
  }
  for (const name of variables.sort((a, b) => Number(b.startsWith("terraform.")) - Number(a.startsWith("terraform.")))) {
    for (const [variable, value] of Object.entries(read(name))) if (variable !== "//") given.set(variable, { value, file: name });
  }
  if (documents.length + overrides.length + files.length === 0) return undefined;
  return { origin: shown, ...collect(documents, overrides), given, files, unseen };
}

/**
 * What stands in a file; that it cannot be read is said to the user.
 *
 * @param largest bytes that it has at most
 * @param sort what it should be, as messages say it
 */
export function bytesOf(path: string, largest?: number, sort?: Sort): Uint8Array {
  requireSize(entryAt(path)?.size ?? 0, path, largest, sort);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputError(
      `${path} cannot be read: ${error instanceof Error ? error.message : "unknown reason"}. Check its permissions and its size.`,
    );
  }
}

/** Words with which a Terraform document begins: a file that has none of them is something else. */
const WORDS = [
  "//",
  "terraform",
  "provider",
  "variable",
  "locals",
  "resource",
  "data",
  "ephemeral",
  "module",
  "output",
  "import",
  "moved",
  "removed",
  "check",
];

export function requireTerraform({ file, json }: Document): void {
  if ("planned_values" in json || "resource_changes" in json)
    throw new InputError(`${file} is a plan, not a configuration. Give it as a plan: terroir check ${file}`);
  const keys = Object.keys(json);
  if (keys.length > 0 && !keys.some((key) => WORDS.includes(key))) {
    throw new InputError(
      `${file} is not a Terraform configuration: none of its keys (${keys.slice(0, 5).join(", ")}) is a block of Terraform. Expected one of ${WORDS.slice(1).join(", ")}.`,
    );
  }
}
