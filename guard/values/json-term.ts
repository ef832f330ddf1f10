import { evaluate } from "./evaluate.ts";
import type { Json } from "./json.ts";
import { isTemplate, parseTemplate } from "./language/index.ts";
import { normalText } from "./normal-form.ts";
import type { Env } from "./scope.ts";
import { settle } from "./settle.ts";
import { defer, isList, isObject, knownTerm, objectOf, type Term, tupleOf, unknownTerm } from "./term.ts";

export type JsonObject = { readonly [key: string]: Json };

/** Reads a piece of a document where it stands. */
export type ReadJson = (json: Json, env: Env) => Term;

/** What an expression in JSON can be: templates in its strings are evaluated, and only when somebody asks. Every key is a key, `//` too. */
export function termOf(json: Json, env: Env): Term {
  return isObject(json) ? objectTerm(json, env, termOf) : scalarOrList(json, env, termOf);
}

export function scalarOrList(json: Exclude<Json, JsonObject>, env: Env, inner: ReadJson): Term {
  if (typeof json === "string") return isTemplate(json) ? evaluate(parsed(json), env) : knownTerm(json);
  if (isList(json)) return tupleOf(json.map((item) => defer("a list", () => inner(item, env))));
  return knownTerm(json);
}

/** An object, its parts read by `inner`. */
export function objectTerm(json: JsonObject, env: Env, inner: ReadJson): Term {
  const keys = Object.keys(json);
  return keys.some((key) => isTemplate(key) || normalText(key) !== key)
    ? withComputedKeys(json, env, inner)
    : plain(json, keys, env, inner);
}

/** Nearly every object: its keys are its keys, and most of what it holds is literal. */
function plain(json: JsonObject, keys: readonly string[], env: Env, inner: ReadJson): Term {
  let known: Map<string, () => Term> | undefined;
  const get = (key: string): Term | undefined => {
    const value = Object.hasOwn(json, key) ? json[key] : undefined;
    if (value === undefined) return undefined;
    if (typeof value === "string" ? !isTemplate(value) : typeof value !== "object" || value === null) return knownTerm(value);
    known ??= new Map();
    let term = known.get(key);
    if (term === undefined) {
      term = defer(key, () => inner(value, env));
      known.set(key, term);
    }
    return term();
  };
  return { kind: "object", keys, get, chain: [] };
}

function withComputedKeys(json: JsonObject, env: Env, inner: ReadJson): Term {
  const made = new Map<string, () => Term>();
  for (const [key, value] of Object.entries(json)) {
    const name = isTemplate(key) ? settle(evaluate(parsed(key), env)) : { kind: "known" as const, value: normalText(key) };
    if (name.kind !== "known" || typeof name.value !== "string") return unknownTerm("a key of a map is not known");
    made.set(
      name.value,
      defer(name.value, () => inner(value, env)),
    );
  }
  return objectOf(made);
}

/** One expression stands in thousands of resources: it is read once. */
const read = new Map<string, ReturnType<typeof parseTemplate>>();
const MOST_REMEMBERED = 10_000;

function parsed(text: string): ReturnType<typeof parseTemplate> {
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size >= MOST_REMEMBERED) read.clear();
  const node = parseTemplate(text);
  read.set(text, node);
  return node;
}
