import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, posix, relative, sep } from "node:path";
import { entryAt } from "../../../catalogue/entry-at.ts";
import { ON_MACHINE } from "../../values/open.ts";
import type { Files } from "../../values/scope.ts";
import { failure, knownTerm, type Term, unknownTerm } from "../../values/term.ts";
import { yamlTerm } from "./yaml.ts";

const LARGEST = 1024 * 1024;
const MOST_FILES = 10_000;

/**
 * The files of a folder, for what its expressions read. Only what a relative path leads to, straight and not through a link that leaves the folder in
 * which the path stays: a configuration is somebody else's text, and what it reads may end in a report.
 *
 * @param root folder in which the engine would run
 */
export function filesOf(root: string): Files {
  const found = (path: string): string | Term => {
    if (isAbsolute(path) || path.startsWith("~")) return unknownTerm(`what stands at ${path} ${ON_MACHINE}`);
    const up = /^(?:\.\.\/)*/.exec(posix.normalize(path))?.[0] ?? "";
    const target = join(root, path);
    if (entryAt(target) === undefined) return failure(`there is no file ${path}`);
    const inside = relative(realpathSync(join(root, up)), realpathSync(target));
    return inside.startsWith("..") || isAbsolute(inside) ? unknownTerm(`${path} is a link to somewhere else`) : target;
  };
  const bytes = (path: string): Buffer | Term => {
    const target = found(path);
    if (typeof target !== "string") return target;
    const kind = statSync(target);
    return kind.isFile() && kind.size <= LARGEST
      ? readFileSync(target)
      : unknownTerm(`${path} is no file of at most ${LARGEST / 1024} KiB`);
  };
  return {
    bytes,
    text(path) {
      const read = bytes(path);
      if (!Buffer.isBuffer(read)) return read;
      const text = read.toString("utf8");
      return Buffer.from(text, "utf8").equals(read) ? knownTerm(text, [{ at: path }]) : unknownTerm(`${path} is no text in UTF-8`);
    },
    exists(path) {
      const target = found(path);
      if (typeof target !== "string") return target.kind === "unknown" && target.fails ? knownTerm(false) : target;
      return statSync(target).isFile() ? knownTerm(true) : failure(`${path} is no file`);
    },
    below(folder) {
      const target = found(folder);
      return typeof target === "string" && statSync(target).isDirectory() ? filesBelow(target) : undefined;
    },
    yaml: yamlTerm,
  };
}

/** Undefined: too many, or links among them. */
function filesBelow(folder: string): readonly string[] | undefined {
  const all: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of readdirSync(next)) {
      const path = join(next, name);
      const kind = lstatSync(path);
      if (kind.isSymbolicLink() || all.length + waiting.length > MOST_FILES) return undefined;
      if (kind.isDirectory()) {
        // What the engine and git keep there no configuration means.
        if (name !== ".terraform" && name !== ".git") waiting.push(path);
      } else if (kind.isFile()) all.push(relative(folder, path).split(sep).join("/"));
    }
  }
  return all;
}
