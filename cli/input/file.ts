import { basename, dirname } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { type Infrastructure, type Json, readDocument, readPlan, readState, readSynthesized } from "../../guard/index.ts";
import { field, isObject } from "../../guard/views/plan/document.ts";
import { parseShown, parseText } from "../../guard/views/plan/parse.ts";
import { parseJson } from "../../guard/views/synthesized/parse-json.ts";

export async function fromFile(path: string): Promise<readonly Infrastructure[]> {
  const name = basename(path);
  if (/\.(?:tf|tofu)\.json$/.test(name)) return readSynthesized(path);
  if (/\.(?:tf|tofu|hcl|tfvars)$/.test(name))
    throw new InputError(
      `${path} is one file of Terraform code, and an engine reads all files of a folder together. Check the folder: terroir check ${dirname(path)}`,
    );
  const json = parseShown(path);
  return kindOf(json) === "configuration" ? readSynthesized(path) : [await shown(json, path)];
}

export async function fromText(text: string, origin: string): Promise<readonly Infrastructure[]> {
  const json = parseText(text, origin);
  // Read again, and more strictly: of two equal keys the engine refuses what JSON.parse forgets.
  if (kindOf(json) === "configuration") return [readDocument(parseJson(Buffer.from(text), origin), origin)];
  return [await shown(json, origin)];
}

async function shown(json: Json, origin: string): Promise<Infrastructure> {
  const kind = kindOf(json);
  if (kind === "plan") return readPlan(json, origin);
  if (kind === "state") return readState(json, origin);
  // Its tables of names are large: nobody else loads them.
  if (kind === "pulumi") return (await import("../../guard/views/pulumi.ts")).readPulumi(json, origin);
  if (kind === "encrypted")
    throw new InputError(
      `${origin} is a plan or a state that OpenTofu encrypted. Let the engine that has the key show it: tofu show -json plan.bin > plan.json`,
    );
  const keys = isObject(json) ? Object.keys(json).slice(0, 5).join(", ") : "";
  throw new InputError(
    `${origin} is JSON, but nothing of Terraform or Pulumi: neither a plan, nor a preview, nor a state, nor a configuration (its keys: ${keys === "" ? "none" : keys}). Make a plan with: tofu show -json plan.bin > plan.json`,
  );
}

type Kind = "plan" | "state" | "pulumi" | "encrypted" | "configuration" | "other";

/** Each format has members that no other has. */
const MARKS: readonly (readonly [Kind, readonly string[]])[] = [
  ["encrypted", ["encrypted_data"]],
  ["pulumi", ["steps", "changeSummary", "deployment", "checkpoint"]],
  ["plan", ["planned_values", "resource_changes", "provider_schemas", "configuration"]],
  ["state", ["values", "lineage", "serial"]],
  ["configuration", ["terraform", "provider", "resource", "data", "module", "variable", "locals"]],
];

function kindOf(json: Json): Kind {
  const found = MARKS.find(([, keys]) => keys.some((key) => field(json, key) !== undefined));
  // A state with nothing in it says its format and no more.
  return found?.[0] ?? (field(json, "terraform_version") === undefined ? "other" : "state");
}
