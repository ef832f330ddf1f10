import { deeper } from "./budget.ts";
import { extend, short } from "./chain.ts";
import type { Json } from "./json.ts";
import { normalForm, normalText } from "./normal-form.ts";
import { type Chain, type Link, MOST } from "./value.ts";

/**
 * What the evaluator computes with: like a value, but a list or an object of which only some parts are known stays open to the reader who asks
 * for one part. `${local.cluster.region}` is known although `local.cluster.id` is not.
 */
export type Term = KnownTerm | UnknownTerm | ChoiceTerm | TupleTerm | ObjectTerm;

export interface KnownTerm {
  readonly kind: "known";
  readonly value: Json;
  readonly chain: Chain;
}
export interface UnknownTerm {
  readonly kind: "unknown";
  readonly cause: string;
  readonly refs: readonly string[];
  /** The engine would stop here: `try` and `can` may rely on it. */
  readonly fails?: true;
  /** What is known of its parts, although it is not known itself. */
  readonly inside?: (key: string | number, whole: UnknownTerm) => Term;
  readonly chain: Chain;
}
export interface ChoiceTerm {
  readonly kind: "choice";
  readonly options: readonly Term[];
  readonly chain: Chain;
}
export interface TupleTerm {
  readonly kind: "tuple";
  readonly length: number;
  readonly at: (index: number) => Term;
  /** A set, in the order in which the engine walks it: a `for` over it has the element as its key, too. */
  readonly set?: true;
  readonly loose?: true;
  readonly chain: Chain;
}
export interface ObjectTerm {
  readonly kind: "object";
  readonly keys: readonly string[];
  readonly get: (key: string) => Term | undefined;
  /** Attributes that the configuration does not set: a resource's computed ones. */
  readonly rest?: (key: string) => Term;
  /** The resource that this object is. */
  readonly address?: string;
  /** A block of a resource, which the engine may see in another shape than it was written in: what is not found here may be there. */
  readonly loose?: true;
  readonly chain: Chain;
}

export const knownTerm = (value: Json, chain: Chain = []): KnownTerm => ({ kind: "known", value: normalForm(value), chain });
export const unknownTerm = (cause: string, refs: readonly string[] = [], chain: Chain = []): UnknownTerm => ({
  kind: "unknown",
  cause,
  refs,
  chain,
});
export const failure = (cause: string): UnknownTerm => ({ kind: "unknown", cause, refs: [], chain: [], fails: true });

/** Computes once, when first asked; asked again while computing, it is a cycle. */
export function defer(name: string, compute: () => Term): () => Term {
  let state: "new" | "busy" | Term = "new";
  return () => {
    if (state === "busy") return unknownTerm(`${name} refers to itself`);
    if (state !== "new") return state;
    state = "busy";
    try {
      state = deeper(compute, (cause) => unknownTerm(cause));
      return state;
    } finally {
      if (state === "busy") state = "new";
    }
  };
}

export function tupleOf(items: readonly (() => Term)[], chain: Chain = []): TupleTerm {
  return { kind: "tuple", length: items.length, at: (index) => items[index]?.() ?? failure(`there is no element ${index}`), chain };
}

export function objectOf(entries: ReadonlyMap<string, () => Term>, chain: Chain = []): ObjectTerm {
  return { kind: "object", keys: [...entries.keys()], get: (key) => entries.get(key)?.(), chain };
}

/** One of these, nobody knows which. */
export function choiceOf(terms: readonly Term[], chain: Chain = []): Term {
  const flat = terms.flatMap((term) => (term.kind === "choice" ? term.options.map((option) => prefix(term.chain, option)) : [term]));
  const seen = new Set<unknown>();
  const options = flat.filter((term) => {
    if (term.kind !== "known" || (typeof term.value === "object" && term.value !== null)) return true;
    return !seen.has(term.value) && seen.add(term.value);
  });
  const [only] = options;
  if (only === undefined) return unknownTerm("no value is possible", [], chain);
  if (options.length === 1) return prefix(chain, only);
  if (options.length > MOST) return unknownTerm(`more than ${MOST} values are possible`, [], chain);
  return { kind: "choice", options, chain };
}

/** The same term, reached by a longer way. */
export function prefix(chain: Chain, term: Term): Term {
  return chain.length === 0 ? term : { ...term, chain: extend(chain, term.chain) };
}

/** The same term, reached through one more step; the last step shows the value. */
export function through(link: Link, term: Term): Term {
  if (term.chain[0]?.at === link.at) return term;
  const shown =
    term.kind === "known" && term.chain.length === 0 && link.text === undefined && !link.sensitive
      ? { ...link, text: short(term.value) }
      : link;
  return prefix([shown], term);
}

/** Lists and objects that are known as a whole, seen as those of which parts are. */
export function exposed(term: Term): Term {
  if (term.kind !== "known" || typeof term.value !== "object" || term.value === null) return term;
  const { value, chain } = term;
  if (isList(value)) {
    return {
      kind: "tuple",
      length: value.length,
      at: (index) => (index in value ? knownTerm(value[index] ?? null) : failure(`there is no element ${index}`)),
      chain,
    };
  }
  const object = value as { readonly [key: string]: Json };
  return {
    kind: "object",
    keys: Object.keys(object),
    get: (key) => (Object.hasOwn(object, key) ? knownTerm(object[key] ?? null) : undefined),
    chain,
  };
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The elements of a tuple, each computed when asked. */
export function elements(tuple: TupleTerm): readonly (() => Term)[] {
  return Array.from({ length: tuple.length }, (_, index) => () => prefix(tuple.chain, tuple.at(index)));
}

/** Keys and values of an object, each computed when asked. Undefined: it has more of them than are written. */
export function entries(object: ObjectTerm): ReadonlyMap<string, () => Term> | undefined {
  if (object.rest !== undefined) return undefined;
  return new Map(
    object.keys.map((key) => [key, () => prefix(object.chain, object.get(key) ?? failure(`there is no attribute ${JSON.stringify(key)}`))]),
  );
}

/** The order in which the engine walks keys. */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Does the same to each thing that the term can be. */
export function each(term: Term, apply: (term: Exclude<Term, ChoiceTerm>) => Term): Term {
  if (term.kind !== "choice") return apply(exposed(term) as Exclude<Term, ChoiceTerm>);
  return choiceOf(
    term.options.map((option) => each(option, apply)),
    term.chain,
  );
}

/** `term[key]` and `term.key`. */
export function part(term: Term, key: string | number): Term {
  return each(term, (one) => {
    switch (one.kind) {
      case "unknown":
        return one.inside?.(key, one) ?? one;
      case "tuple": {
        const index = typeof key === "number" ? key : /^\d+$/.test(key) ? Number(key) : Number.NaN;
        if (Number.isInteger(index) && index >= 0 && index < one.length) return prefix(one.chain, one.at(index));
        // "1e0" is a number to the engine.
        return missing(`a list has no element ${JSON.stringify(key)}`, one.loose || (Number.isNaN(index) && /\d/.test(String(key))));
      }
      case "object": {
        const name = normalText(String(key));
        const found = one.get(name) ?? one.rest?.(name);
        return found === undefined ? missing(`there is no attribute ${JSON.stringify(name)}`, one.loose) : prefix(one.chain, found);
      }
      case "known":
        return failure(`${one.value === null ? "null" : `a ${typeof one.value}`} has no attribute ${JSON.stringify(key)}`);
    }
  });
}

const missing = (cause: string, perhaps: boolean | undefined): UnknownTerm => (perhaps ? unknownTerm(cause) : failure(cause));

/** A block in a resource: without the provider's schema nobody knows whether it is an object or a list of one. */
export function loosened(term: Term): Term {
  const one = exposed(term);
  switch (one.kind) {
    case "object":
      return {
        ...one,
        loose: true,
        get: (key) => {
          const found = one.get(key);
          return found && loosened(found);
        },
      };
    case "tuple":
      return { ...one, loose: true, at: (index) => loosened(one.at(index)) };
    case "choice":
      return { ...one, options: one.options.map(loosened) };
    default:
      return one;
  }
}
