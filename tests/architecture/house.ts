import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** A module of the house and what it imports. */
export interface Module {
  /** From the root, with `/`. */
  readonly file: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly line: number;
  readonly specifier: string;
  /** The imported module from the root, for relative imports. */
  readonly target?: string;
}

const SPECIFIER = /(?:^|[;\s])(?:import|export)\s(?:[^"';]*?\sfrom\s*)?["']([^"']+)["']|\bimport\s*\(\s*["']([^"']+)["']\s*\)/g;

/** Every module of the rooms that are shipped. */
export const house = (): readonly Module[] =>
  modulesIn(
    "catalogue",
    "clouds",
    "guard",
    "evidence",
    "bindings",
    "constructs",
    "stacks",
    "engines",
    "rehearsal",
    "delivery",
    "testing",
    "portability",
    "cli",
  );

export function modulesIn(...rooms: readonly string[]): readonly Module[] {
  return rooms.flatMap((room) => [...filesBelow(join(ROOT, room))].filter((path) => /\.(?:ts|mts)$/.test(path)).map(read));
}

function* filesBelow(path: string): Generator<string> {
  if (!statSync(path, { throwIfNoEntry: false })) return;
  if (statSync(path).isFile()) return yield path;
  for (const entry of readdirSync(path))
    if (!entry.endsWith(".test.ts") && !["node_modules", "dist", "packages", "fixtures", "templates", "_template"].includes(entry))
      yield* filesBelow(join(path, entry));
}

function read(path: string): Module {
  const text = readFileSync(path, "utf8");
  const file = relative(ROOT, path).split(sep).join("/");
  // Examples inside comments are no imports; the lines stay, so that line numbers stay.
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " ")).replace(/^\s*\/\/.*$/gm, "");
  const imports = [...code.matchAll(SPECIFIER)].map((match): Import => {
    const specifier = match[1] ?? match[2] ?? "";
    const line = code.slice(0, match.index + match[0].indexOf(specifier)).split("\n").length;
    return specifier.startsWith(".") ? { line, specifier, target: posix.join(posix.dirname(file), specifier) } : { line, specifier };
  });
  return { file, lines: text.split("\n").length - 1, imports };
}
