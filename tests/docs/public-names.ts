import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { publicEntries } from "../../scripts/clouds.mjs";
import { ROOT } from "../architecture/house.ts";

/** A name that users import, or a member of one, and the docstring that their editor shows for it. */
export interface PublicName {
  readonly name: string;
  readonly kind: "function" | "class" | "interface" | "const" | "type";
  /** `constructs/bucket.ts:48`. */
  readonly where: string;
  /** Without `/**` and stars; empty when there is none. */
  readonly doc: string;
  /** The declaration's text, from its keyword to the next declaration of the module. */
  readonly text: string;
}

const DECLARED =
  /(?:\/\*\*(?<doc>(?:(?!\*\/)[\s\S])*)\*\/\s*\n)?^export (?:declare )?(?:abstract )?(?:async )?(?<kind>function\*?|class|interface|const|type)\s+(?<name>\w+)/gm;
const REEXPORTED = /^export (?:type )?(?:\*|\{(?<names>[^}]*)\})\s*from "(?<from>[^"]+)"/gm;

/** Everything that the public entries export, by following their re-exports: the modules' own text, since a compiler forgets which comment is whose. */
export function publicNames(): readonly PublicName[] {
  const { exports } = JSON.parse(read("package.json")) as { exports: object };
  const found = new Map<string, PublicName>();
  for (const { source } of publicEntries({ exports }))
    for (const one of exportedBy(posix.normalize(source))) found.set(`${one.where}`, one);
  return [...found.values()];
}

function exportedBy(file: string, seen: ReadonlySet<string> = new Set()): readonly PublicName[] {
  if (seen.has(file)) return [];
  const text = read(file);
  const further = [...text.matchAll(REEXPORTED)].flatMap(({ groups }) => {
    const { names, from = "" } = groups ?? {};
    if (!from.startsWith(".")) return [];
    const all = exportedBy(posix.join(posix.dirname(file), from), new Set([...seen, file]));
    if (names === undefined) return all;
    const wanted = names.split(",").map(
      (name) =>
        name
          .trim()
          .replace(/^type /, "")
          .split(" as ")[0],
    );
    return all.filter(({ name }) => wanted.includes(name));
  });
  return [...declaredIn(file, text), ...further];
}

function declaredIn(file: string, text: string): readonly PublicName[] {
  return [...text.matchAll(DECLARED)].map((match) => {
    const { doc = "", kind = "", name = "" } = match.groups ?? {};
    const start = match.index + match[0].length;
    const next = text.slice(start).search(/^(?:\/\*\*|export |function |class |interface |const |type |async )/m);
    return {
      name,
      kind: kind.replace("*", "") as PublicName["kind"],
      where: `${file}:${text.slice(0, start).split("\n").length}`,
      doc: doc.replace(/^\s*\* ?/gm, "").trim(),
      text: text.slice(start, next < 0 ? undefined : start + next),
    };
  });
}

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
