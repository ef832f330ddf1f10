import { existsSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../catalogue/errors.ts";
import { defaultPolicy, definePolicy, type Policy, type PolicyInput, parsePolicy } from "../guard/index.ts";
import { fromFile } from "../guard/policy/waivers.ts";
import type { Sort } from "../guard/views/synthesized/parse-json.ts";
import { jsonFile } from "./json-file.ts";
import { loadModule } from "./module-file.ts";
import { projectPolicy } from "./project.ts";

/** What a project's policy is called when nothing names it. */
const NAMES = ["terroir.policy.ts", "terroir.policy.js", "terroir.policy.mjs", "terroir.policy.json"] as const;

/**
 * The policy that a command judges by: the file that it was given, else the one that the project names (`cdktf.json`: `{ "terroir": { "policy":
 * "policy.json" } }`), else `terroir.policy.ts` or `terroir.policy.json` beside it, else the default one.
 *
 * @throws InputError when the file cannot be read, says what no policy says, or is not the only one
 */
export async function policyFor(file: string | undefined, folder = "."): Promise<Policy> {
  const named = file ?? projectPolicy(folder) ?? found(folder);
  return named === undefined ? defaultPolicy : policyFrom(named);
}

function found(folder: string): string | undefined {
  const [first, ...more] = NAMES.map((name) => join(folder, name)).filter((path) => existsSync(path));
  if (more.length > 0)
    throw new InputError(`There are several policies: ${[first, ...more].join(", ")}. Keep one, or say which with --policy.`);
  return first;
}

const POLICY: Sort = { name: "a policy", holds: "an object", smaller: "Name the file that was meant", mend: "Mend it there" };

/** A policy from a JSON file, or from a module whose default export is one. */
async function policyFrom(file: string): Promise<Policy> {
  return file.endsWith(".json") ? parsePolicy(jsonFile(file, POLICY), { origin: file }) : fromModule(file);
}

async function fromModule(file: string): Promise<Policy> {
  const { default: exported } = await loadModule(file, "policy");
  if (typeof exported !== "object" || exported === null)
    throw new InputError(`The policy ${file} has no policy as its default export. Write: export default definePolicy({ … });`);
  // Checked again: a module may export what definePolicy has never seen.
  try {
    return fromFile(definePolicy(exported as PolicyInput));
  } catch (error) {
    throw error instanceof InputError ? new InputError(error.message.replace(/^the policy/, file), { cause: error }) : error;
  }
}
