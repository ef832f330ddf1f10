import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { entryAt } from "../../../catalogue/entry-at.ts";
import { InputError } from "../../errors.ts";
import { isObject } from "../../values/term.ts";
import { bytesOf } from "./folder.ts";
import { parseJson } from "./parse-json.ts";

/** The folder itself, and a folder for each stack: those that the manifest names, and those that it does not. */
export function folders(path: string): readonly string[] {
  const stacks = join(path, "stacks");
  const children = entryAt(stacks)?.isDirectory() ? readdirSync(stacks).map((name) => join(stacks, name)) : [];
  const found = new Set(children.filter((child) => entryAt(child)?.isDirectory()).sort());
  for (const stack of manifestStacks(path)) {
    if (!entryAt(stack)?.isDirectory())
      throw new InputError(`${join(path, "manifest.json")} names the stack folder ${stack}, which is not there. Synthesize again.`);
    found.add(stack);
  }
  return [path, ...found];
}

function manifestStacks(path: string): readonly string[] {
  const file = join(path, "manifest.json");
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return [];
  const { stacks } = parseJson(bytesOf(file), file);
  if (!isObject(stacks)) return [];
  return Object.values(stacks).flatMap((stack) => {
    const folder = isObject(stack) ? stack.workingDirectory : undefined;
    if (typeof folder !== "string") return [];
    if (folder.split(/[\\/]/).includes("..") || /^([\\/]|[A-Za-z]:)/.test(folder))
      throw new InputError(`${file} names a stack folder outside of ${path}: ${folder}. Synthesize again.`);
    return [join(path, folder)];
  });
}
