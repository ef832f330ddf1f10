import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../catalogue/errors.ts";
import type { Sort } from "../guard/views/synthesized/parse-json.ts";
import { jsonFile } from "./json-file.ts";

/** What cdktf.json says of a project, as far as it concerns us. */
export interface Project {
  /** The shell command that runs the program. */
  readonly app: string;
  /** Folder for its output, absolute. */
  readonly output: string;
  readonly context: Readonly<Record<string, unknown>>;
}

export function readProject(folder: string, overrides: { readonly app?: string; readonly output?: string } = {}): Project {
  const file = resolve(folder, "cdktf.json");
  const settings = read(file);
  const app = overrides.app ?? settings?.["app"];
  if (typeof app !== "string" || app.trim() === "")
    throw new InputError(
      settings === undefined
        ? `There is no cdktf.json in ${folder}, so there is no program to run. Go to the project's folder, say which program with --app "npx tsx main.ts", or start a project with \`terroir init\`.`
        : `${file} names no program. Give it one: { "app": "npx tsx main.ts" }.`,
    );
  const output = overrides.output ?? settings?.["output"];
  const context = settings?.["context"];
  const modules = localModules(settings?.["terraformModules"]);
  return {
    app,
    output: resolve(folder, typeof output === "string" ? output : "cdktf.out"),
    context: {
      ...(modules.length > 0 && { cdktfRelativeModules: modules }),
      ...(typeof context === "object" && context !== null && (context as Record<string, unknown>)),
    },
  };
}

/** Folders among the modules that cdktf.json names, each by its path or as `{ "source": … }`: cdktf copies them beside the stacks. */
function localModules(named: unknown): readonly string[] {
  const sources = Array.isArray(named) ? named.map((one: unknown) => (isNamed(one) ? one.source : one)) : [];
  return sources.filter((source): source is string => typeof source === "string" && /^\.{1,2}[\\/]/.test(source));
}

const isNamed = (one: unknown): one is { readonly source: unknown } => typeof one === "object" && one !== null && "source" in one;

/** The policy file that a project names, as a path from here; undefined when it names none. */
export function projectPolicy(folder: string): string | undefined {
  const policy = projectSetting(folder, "policy");
  if (policy === undefined) return undefined;
  if (typeof policy !== "string") throw new InputError('cdktf.json: "terroir.policy" should be the path of a policy file.');
  return join(folder, policy);
}

/** What a project says under `"terroir"` in its cdktf.json; undefined when it says nothing of it. */
export function projectSetting(folder: string, name: string): unknown {
  const own = read(resolve(folder, "cdktf.json"))?.["terroir"];
  return typeof own === "object" && own !== null ? (own as Record<string, unknown>)[name] : undefined;
}

const SETTINGS: Sort = {
  name: "a project's settings",
  holds: 'an object, such as { "language": "typescript", "app": "npx tsx main.ts" },',
  smaller: "Name the folder that was meant",
  mend: "Mend it, or say which program to run with --app",
};

function read(file: string): Readonly<Record<string, unknown>> | undefined {
  return existsSync(file) ? jsonFile(file, SETTINGS) : undefined;
}
