import { createRequire } from "node:module";
import type { Node, Scalar } from "yaml";
import { isExact } from "../../values/exact-number.ts";
import { knownTerm, objectOf, type Term, tupleOf, unknownTerm } from "../../values/term.ts";

/** Its eighty files are loaded for whoever reads a document in YAML, and for nobody else: a check of a plan would begin later by a tenth. */
let loaded: typeof import("yaml") | undefined;
function library(): typeof import("yaml") {
  loaded ??= createRequire(import.meta.url)("yaml") as typeof import("yaml");
  return loaded;
}

const LONGEST = 1024 * 1024;
const MOST = 100_000;

/**
 * What a document in YAML says. Only texts are read by the library: whether a word is a text, a number or a truth differs between releases of the
 * language, and the engine's reader has rules of its own. A word on which they may differ (`no`, `0o7`, `1_000`) is not known.
 */
export function yamlTerm(text: string): Term {
  if (text.length > LONGEST) return unknownTerm("a document in YAML of more than 1 MiB is not followed");
  const { isAlias, isMap, isScalar, isSeq, parseDocument } = library();
  const document = parseDocument(text, { schema: "failsafe", logLevel: "silent", merge: false });
  if (document.errors.length > 0) return unknownTerm("the document in YAML cannot be read");
  let read = 0;
  const walk = (node: Node | null, depth: number): Term => {
    read += 1;
    if (read > MOST || depth > 100) return unknownTerm("the document in YAML is too large to be followed");
    if (node === null) return knownTerm(null);
    if (node.tag !== undefined && !/^tag:yaml\.org,2002:(?:str|map|seq)$/.test(node.tag))
      return unknownTerm("a tag in YAML is not followed");
    if (isAlias(node)) return walk(node.resolve(document) ?? null, depth + 1);
    if (isSeq(node)) {
      const items = node.items.map((item) => walk(item as Node | null, depth + 1));
      return tupleOf(items.map((item) => () => item));
    }
    if (isMap(node)) return map(node.items as readonly Pair[], (value) => walk(value, depth + 1));
    return isScalar(node) ? scalar(node) : unknownTerm("a part of the document in YAML is not followed");
  };
  return walk(document.contents as Node | null, 0);
}

interface Pair {
  readonly key: unknown;
  readonly value: Node | null;
}

function map(pairs: readonly Pair[], walk: (value: Node | null) => Term): Term {
  const { isScalar } = library();
  const made = new Map<string, () => Term>();
  for (const { key, value } of pairs) {
    const name = isScalar(key) ? scalar(key) : undefined;
    const text = name?.kind === "known" && (typeof name.value === "string" || typeof name.value === "number") ? String(name.value) : "<<";
    if (text === "<<") return unknownTerm("a key in YAML that is no plain text is not followed");
    const term = walk(value);
    made.set(text, () => term);
  }
  return objectOf(made);
}

const PLAIN: Scalar.Type = "PLAIN";
const NULLS = new Set(["", "~", "null", "Null", "NULL"]);
const TRUTHS = new Map([
  ["true", true],
  ["false", false],
]);

function scalar({ value, type }: Scalar): Term {
  const text = String(value ?? "");
  if (type !== undefined && type !== PLAIN) return knownTerm(text);
  if (NULLS.has(text)) return knownTerm(null);
  const truth = TRUTHS.get(text);
  if (truth !== undefined) return knownTerm(truth);
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return isExact(text) ? knownTerm(Number(text)) : unsure(text);
  if (/^(?:y|n|yes|no|on|off|true|false|<<|=)$/i.test(text) || /^[-+.]?(?:\.?\d[\da-fxob_.,:e+-]*|inf|nan)$/i.test(text))
    return version(text);
  return knownTerm(text);
}

/** `1.2.3` is a text to everybody. */
const version = (text: string): Term => (/^\d+\.\d+\.\d+(?:\.\d+)*$/.test(text) ? knownTerm(text) : unsure(text));
const unsure = (text: string): Term => unknownTerm(`whether ${text} in YAML is a text is the engine's to say`);
