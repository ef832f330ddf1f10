import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { InputError } from "../catalogue/errors.ts";
import { defaultPolicy, type Policy, parsePolicy } from "../guard/index.ts";
import { projectPolicy } from "./project.ts";

/**
 * The policy that a command judges by: the file that it was given, else the one that the project names (`cdktf.json`: `{ "terroir": { "policy":
 * "policy.json" } }`), else the default one.
 */
export async function policyFor(file: string | undefined, folder = "."): Promise<Policy> {
  const named = file ?? projectPolicy(folder);
  return named === undefined ? defaultPolicy : policyFrom(named);
}

/** A policy from a JSON file, or from a module whose default export is one. */
async function policyFrom(file: string): Promise<Policy> {
  return file.endsWith(".json") ? parsePolicy(json(file), { origin: file }) : fromModule(file);
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new InputError(missing ? `There is no policy file ${file}.` : `The policy ${file} is not JSON: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

async function fromModule(file: string): Promise<Policy> {
  let module: { default?: unknown };
  try {
    module = (await import(pathToFileURL(resolve(file)).href)) as { default?: unknown };
  } catch (error) {
    const hint = /\.[cm]?ts$/.test(file)
      ? ' A policy in TypeScript needs a loader: NODE_OPTIONS="--import tsx" terroir …, or write it in JSON.'
      : "";
    throw new InputError(`The policy ${file} cannot be loaded: ${(error as Error).message}.${hint}`, { cause: error });
  }
  const policy = module.default as Policy | undefined;
  if (typeof policy !== "object" || policy === null || !Array.isArray(policy.rules))
    throw new InputError(`The policy ${file} has no policy as its default export. Write: export default definePolicy({ … });`);
  return policy;
}
