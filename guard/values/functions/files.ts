import { createHash } from "node:crypto";
import type { Files } from "../scope.ts";
import { settle } from "../settle.ts";
import { byCodePoint, choiceOf, each, failure, knownTerm, part, prefix, type Term, tupleOf, unknownTerm } from "../term.ts";
import { globPattern } from "./glob.ts";
import { plainName } from "./index.ts";

/** Renders a template that sees these names only. */
export type Render = (text: string, root: (name: string) => Term | undefined, files: Files | undefined) => Term;
type FileFunction = (args: readonly Term[], files: Files, render: Render) => Term;

/** A function that reads files, or documents as they stand in files; undefined: it is another one. */
export function fileFunction(written: string): FileFunction | undefined {
  return FUNCTIONS.get(plainName(written));
}

/** What is made of everything that stands in a file. */
const ofBytes =
  (name: string, make: (bytes: Uint8Array) => string): FileFunction =>
  ([path], files) =>
    onText(`${name}()`, path, (where) => {
      const bytes = files.bytes(where);
      return bytes instanceof Uint8Array ? knownTerm(make(bytes), [{ at: where }]) : bytes;
    });
const digest = (algorithm: string, encoding: "hex" | "base64") => (bytes: Uint8Array) =>
  createHash(algorithm).update(bytes).digest(encoding);
const DIGESTS = {
  filemd5: digest("md5", "hex"),
  filesha1: digest("sha1", "hex"),
  filesha256: digest("sha256", "hex"),
  filesha512: digest("sha512", "hex"),
  filebase64sha256: digest("sha256", "base64"),
  filebase64sha512: digest("sha512", "base64"),
  filebase64: (bytes: Uint8Array) => Buffer.from(bytes).toString("base64"),
};

const FUNCTIONS: ReadonlyMap<string, FileFunction> = new Map<string, FileFunction>([
  ...Object.entries(DIGESTS).map(([name, make]): [string, FileFunction] => [name, ofBytes(name, make)]),
  ["file", ([path], files) => onText("file()", path, (name) => files.text(name))],
  ["fileexists", ([path], files) => onText("fileexists()", path, (name) => files.exists(name))],
  ["yamldecode", ([text], files) => onText("yamldecode()", text, (document) => files.yaml(document))],
  ["templatefile", ([path, names], files, render) => fromTemplate("templatefile()", path, names, files, render)],
  [
    "fileset",
    ([folder, pattern], files) =>
      onText("fileset()", folder, (name) => onText("fileset()", pattern, (written) => matching(files, name, written))),
  ],
]);

/** `templatestring`: like `templatefile`, of a text that is at hand. */
export function templateString([text, names]: readonly Term[], files: Files | undefined, render: Render): Term {
  return rendered("templatestring()", text, names, files, render);
}

function fromTemplate(name: string, path: Term | undefined, names: Term | undefined, files: Files, render: Render): Term {
  return onText(name, path, (where) => rendered(name, files.text(where), names, files, render));
}

function rendered(name: string, text: Term | undefined, names: Term | undefined, files: Files | undefined, render: Render): Term {
  return onText(name, text, (template) =>
    each(names ?? failure(`${name} needs names`), (one) => {
      if (one.kind === "unknown") return one;
      if (one.kind !== "object") return failure(`${name} is given no names`);
      return render(template, (word) => (one.keys.includes(word) ? part(one, word) : undefined), files);
    }),
  );
}

function matching(files: Files, folder: string, pattern: string): Term {
  const glob = globPattern(pattern);
  const below = files.below(folder);
  if (glob === undefined || below === undefined) return unknownTerm(`the files of fileset("${folder}", "${pattern}") cannot be told`);
  const found = below.filter((path) => glob.test(path)).sort(byCodePoint);
  return { ...tupleOf(found.map((path) => () => knownTerm(path))), set: true };
}

/** Does it for every text that the term can be. */
function onText(name: string, term: Term | undefined, compute: (text: string) => Term): Term {
  if (term === undefined) return failure(`${name} is given too little`);
  const value = settle(term);
  switch (value.kind) {
    case "known":
    case "oneOf": {
      const all = value.kind === "known" ? [value.value] : value.values;
      const made = all.map((one) => (typeof one === "string" ? compute(one) : failure(`${name} is given no text`)));
      return prefix(value.chain, choiceOf(made));
    }
    case "absent":
      return failure(`${name} is given null`);
    case "unknown":
      return term.kind === "unknown" && term.fails ? term : unknownTerm(`${name} of what is not known: ${value.cause}`, [], value.chain);
  }
}
