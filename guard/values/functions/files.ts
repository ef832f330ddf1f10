import type { Files } from "../scope.ts";
import { settle } from "../settle.ts";
import { byCodePoint, choiceOf, each, failure, knownTerm, part, prefix, type Term, tupleOf, unknownTerm } from "../term.ts";
import { globPattern } from "./glob.ts";

/** Renders a template that sees these names only. */
type Render = (text: string, root: (name: string) => Term | undefined, files: Files) => Term;
type FileFunction = (args: readonly Term[], files: Files, render: Render) => Term;

/** A function that reads files, or documents as they stand in files; undefined: it is another one. */
export function fileFunction(written: string): FileFunction | undefined {
  return FUNCTIONS.get(written.startsWith("core::") ? written.slice("core::".length) : written);
}

const FUNCTIONS: ReadonlyMap<string, FileFunction> = new Map<string, FileFunction>([
  ["file", ([path], files) => onText("file()", path, (name) => files.text(name))],
  ["fileexists", ([path], files) => onText("fileexists()", path, (name) => files.exists(name))],
  ["yamldecode", ([text], files) => onText("yamldecode()", text, (document) => files.yaml(document))],
  ["templatefile", ([path, names], files, render) => onText("templatefile()", path, (name) => fromTemplate(name, names, files, render))],
  [
    "fileset",
    ([folder, pattern], files) =>
      onText("fileset()", folder, (name) => onText("fileset()", pattern, (written) => matching(files, name, written))),
  ],
]);

function fromTemplate(path: string, names: Term | undefined, files: Files, render: Render): Term {
  return onText("templatefile()", files.text(path), (text) =>
    each(names ?? failure("templatefile() needs names"), (one) => {
      if (one.kind === "unknown") return one;
      if (one.kind !== "object") return failure("templatefile() is given no names");
      return render(text, (name) => (one.keys.includes(name) ? part(one, name) : undefined), files);
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
