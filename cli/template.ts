import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { InputError } from "../catalogue/errors.ts";
import { packageRoot } from "../clouds/schema/index.ts";

/** A file to be written: its path below the target folder, and its text. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** Files of a template folder with `__NAME__` words filled in, in their paths as well. */
export function filled(template: string, words: Readonly<Record<string, string>>): readonly TemplateFile[] {
  const folder = join(packageRoot(), ...template.split("/"));
  return [...filesBelow(folder)].map((file) => ({
    path: fill(relative(folder, file), words),
    text: fill(readFileSync(file, "utf8"), words),
  }));
}

function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/__([A-Z]+)__/g, (mark, word: string) => words[word] ?? mark);
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder).sort()) {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

/** Writes all files or none: what is there already is never overwritten. */
export function writeAll(folder: string, files: readonly TemplateFile[]): void {
  const present = files.filter(({ path }) => existsSync(join(folder, path))).map(({ path }) => path);
  if (present.length > 0)
    throw new InputError(
      `${folder} already has ${present.join(", ")}. Nothing was written: choose an empty folder, or move ${present.length === 1 ? "it" : "them"} away first.`,
    );
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
