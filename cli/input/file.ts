import { basename, dirname } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { type Infrastructure, type Json, readDocument, readSynthesized } from "../../guard/index.ts";
import { planOf } from "../../guard/views/plan.ts";
import type { Shown } from "../../guard/views/shown/document.ts";
import { openChunks, openShown } from "../../guard/views/shown/open.ts";
import { stateOf } from "../../guard/views/state.ts";
import { parseJson, requireSize } from "../../guard/views/synthesized/parse-json.ts";
import type { InputOptions } from "./options.ts";

export async function fromFile(path: string, options: InputOptions): Promise<readonly Infrastructure[]> {
  const name = basename(path);
  if (/\.(?:tf|tofu)\.json$/.test(name)) return readSynthesized(path);
  if (/\.(?:tf|tofu|hcl|tfvars)$/.test(name))
    throw new InputError(
      `${path} is one file of Terraform code, and an engine reads all files of a folder together. Check the folder: terroir check ${dirname(path)}`,
    );
  const document = openShown(path);
  if (kindOf(document) !== "configuration") return [await read(document, path, options)];
  requireNoCode("configuration", path, options);
  return readSynthesized(path);
}

export async function fromChunks(chunks: readonly Buffer[], origin: string, options: InputOptions): Promise<readonly Infrastructure[]> {
  const document = openChunks(chunks, origin);
  if (kindOf(document) !== "configuration") return [await read(document, origin, options)];
  requireNoCode("configuration", origin, options);
  requireSize(
    chunks.reduce((sum, { length }) => sum + length, 0),
    origin,
  );
  // Read again, and more strictly, as the engine reads a configuration.
  return [readDocument(parseJson(Buffer.concat(chunks), origin), origin)];
}

async function read(document: Shown, origin: string, options: InputOptions): Promise<Infrastructure> {
  const kind = kindOf(document);
  // Who brings no code loads nothing that reads it.
  if (kind === "plan" && options.code !== undefined)
    return (await import("./code-of-plan.ts")).planWithCode(document, origin, options.code, options);
  if (kind === "state" && options.code !== undefined)
    return (await import("./code-of-state.ts")).stateWithCode(document, origin, options.code, options);
  requireNoCode(kind, origin, options);
  if (kind === "plan") return planOf(document, origin);
  if (kind === "state") return stateOf(document, origin);
  // Its tables of names are large: nobody else loads them.
  if (kind === "pulumi") return (await import("../../guard/views/pulumi.ts")).readPulumi(everythingOf(document), origin);
  if (kind === "encrypted")
    throw new InputError(
      `${origin} is a plan or a state that OpenTofu encrypted. Let the engine that has the key show it: tofu show -json plan.bin > plan.json`,
    );
  const keys = document.names.slice(0, 5).join(", ");
  throw new InputError(
    `${origin} is JSON, but nothing of Terraform or Pulumi: neither a plan, nor a preview, nor a state, nor a configuration (its keys: ${keys === "" ? "none" : keys}). Make a plan with: tofu show -json plan.bin > plan.json`,
  );
}

function requireNoCode(kind: Kind, origin: string, { code }: InputOptions): void {
  if (code === undefined || kind === "plan" || kind === "state") return;
  throw new InputError(
    `--code says what a plan or a state was made from, and ${origin} is neither. Leave out --code ${code}, or name the plan or the state.`,
  );
}

/** What is read as a whole, whatever its size. */
const everythingOf = ({ names, member }: Shown): Json => Object.fromEntries(names.map((name) => [name, member(name) ?? null]));

type Kind = "plan" | "state" | "pulumi" | "encrypted" | "configuration" | "other";

/** Each format has members that no other has. */
const MARKS: readonly (readonly [Kind, readonly string[]])[] = [
  ["encrypted", ["encrypted_data"]],
  ["pulumi", ["steps", "changeSummary", "deployment", "checkpoint"]],
  ["plan", ["planned_values", "resource_changes", "provider_schemas", "configuration"]],
  ["state", ["values", "lineage", "serial"]],
  ["configuration", ["terraform", "provider", "resource", "data", "module", "variable", "locals"]],
];

function kindOf({ names }: Shown): Kind {
  const found = MARKS.find(([, keys]) => keys.some((key) => names.includes(key)));
  // A state with nothing in it says its format and no more.
  return found?.[0] ?? (names.includes("terraform_version") ? "state" : "other");
}
