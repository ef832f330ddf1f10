import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { type Infrastructure, readSynthesized } from "../../guard/index.ts";
import { isCode } from "../../guard/views/folder.ts";
import type { InputOptions } from "./options.ts";

/** A folder that a program wrote is read as it stands; one that a person wrote is planned first. */
export async function fromFolder(path: string, options: InputOptions): Promise<readonly Infrastructure[]> {
  const names = readdirSync(path);
  const isSynthesized = names.includes("manifest.json") || existsSync(join(path, "stacks"));
  // A person writes values in the native syntax, whatever the code is in.
  const isWritten = names.some((name) => isCode(name) || name.endsWith(".tfvars"));
  const isJson = names.some((name) => name.endsWith(".tf.json"));
  if (isSynthesized || (!isWritten && isJson)) return readSynthesized(path);
  if (names.some(isCode) || isJson) return (await import("./code.ts")).fromCode(path, options);
  const below = foldersOfCode(path, names);
  throw new InputError(
    `${path} holds nothing of Terraform: no manifest.json of a synthesis, no *.tf and no *.tf.json. ${
      below.length > 0
        ? `Below it there is code in ${below.join(", ")}: name one of these.`
        : "Synthesize first (terroir synth), or name another folder."
    }`,
  );
}

function foldersOfCode(path: string, names: readonly string[]): readonly string[] {
  return names
    .map((name) => join(path, name))
    .filter((folder) => {
      try {
        return readdirSync(folder).some((name) => isCode(name) || name.endsWith(".tf.json"));
      } catch {
        return false;
      }
    })
    .slice(0, 5);
}
