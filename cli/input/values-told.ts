import { readFileSync } from "node:fs";
import { InputError } from "../../catalogue/errors.ts";
import type { Json } from "../../guard/index.ts";
import { bodyOf, type Told, Unreadable } from "../../guard/views/folder.ts";
import { parseJson } from "../../guard/views/synthesized/parse-json.ts";
import type { ToldOption } from "../told-variables.ts";

/** What `--var` and `--var-file` say, the later above the earlier. */
export function valuesTold(options: readonly ToldOption[]): ReadonlyMap<string, Told> {
  return new Map(options.flatMap((option) => ("file" in option ? fromFile("--var-file", option.file) : [fromText(option.variable)])));
}

/** What `--backend-config` says, as `init` reads it: a name and a value, or a file; the later above the earlier. */
export function settingsTold(options: readonly string[]): ReadonlyMap<string, Told> {
  return new Map(
    options.flatMap((option) => {
      if (!option.includes("=")) return fromFile(SETTINGS, option);
      const [, name, text] = /^([\w-]+)=([\s\S]*)$/.exec(option) ?? [];
      if (name === undefined || text === undefined)
        throw new InputError(`${SETTINGS} ${option}: write a name and a value, ${SETTINGS} bucket=states, or name a file of them.`);
      return [[name, { text, by: SETTINGS }] as const];
    }),
  );
}

const SETTINGS = "--backend-config";

function fromText(option: string): readonly [string, Told] {
  const [, name, text] = /^([^=\s]+)=([\s\S]*)$/.exec(option) ?? [];
  if (name === undefined || text === undefined)
    throw new InputError(`--var ${option}: write a name and a value, --var region=GRA11. Quote what holds blanks.`);
  return [name, { text, by: "--var" }];
}

function fromFile(option: string, path: string): readonly (readonly [string, Told])[] {
  const values = path.endsWith(".json") ? parseJson(bytesAt(option, path), path) : native(option, path);
  return Object.entries(values).map(([name, value]) => [name, { value, by: path }]);
}

function native(option: string, path: string): { readonly [name: string]: Json } {
  try {
    return bodyOf(bytesAt(option, path).toString("utf8"));
  } catch (error) {
    if (error instanceof Unreadable)
      throw new InputError(`${option} ${path} cannot be read: ${error.message}. Write name = value, one a line.`);
    throw error;
  }
}

function bytesAt(option: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputError(
      `${option} ${path} cannot be read: ${error instanceof Error ? error.message : "unknown reason"}. Name a file of values.`,
    );
  }
}
