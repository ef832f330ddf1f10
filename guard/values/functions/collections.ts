import { text } from "../convert.ts";
import type { Json } from "../json.ts";
import { FAILS, lift } from "../lift.ts";
import { setOf } from "../set-of.ts";
import { settle } from "../settle.ts";
import {
  byCodePoint,
  choiceOf,
  each,
  elements,
  entries,
  failure,
  isList,
  isObject,
  knownTerm,
  type ObjectTerm,
  objectOf,
  part,
  prefix,
  type Term,
  type TupleTerm,
  tupleOf,
  unknownTerm,
} from "../term.ts";
import { perhapsUnified, unifiedAll } from "../unified.ts";
import { type Chain, MOST } from "../value.ts";
import type { Structural } from "./structural.ts";

type Whole = Exclude<Term, { kind: "choice" }>;

/** Functions that put together or take apart lists and objects whose parts need not be known. */
export const collections: Readonly<Record<string, Structural>> = {
  merge: (args) =>
    over(args, (objects) => {
      const all = new Map<string, () => Term>();
      for (const object of objects) {
        if (object.kind === "known" && object.value === null) continue;
        const some = object.kind === "object" ? entries(object) : undefined;
        if (some === undefined) return cannot("merge", object);
        for (const [key, value] of some) all.set(key, value);
      }
      return objectOf(all);
    }),
  concat: (args) =>
    over(args, (tuples) => {
      const all: (() => Term)[] = [];
      for (const tuple of tuples) {
        if (tuple.kind !== "tuple") return cannot("concat", tuple);
        all.push(...elements(tuple));
      }
      return tupleOf(perhapsUnified(all));
    }),
  flatten: ([list]) => (list === undefined ? failure("flatten() needs a list") : flatten(list, 0)),
  keys: ([object]) => onObject("keys", object, (all) => tupleOf([...all.keys()].sort(byCodePoint).map((key) => () => knownTerm(key)))),
  values: ([object]) =>
    onObject("values", object, (all) => tupleOf([...all].sort(([a], [b]) => byCodePoint(a, b)).map(([, value]) => value))),
  length: ([list]) =>
    each(list ?? failure("length() needs a list"), (one) => {
      if (one.kind === "tuple")
        return one.set && settle(one).kind !== "known"
          ? unknownTerm("how many members of a set are equal is not known")
          : knownTerm(one.length, one.chain);
      if (one.kind === "object" && one.rest === undefined) return knownTerm(one.keys.length, one.chain);
      if (one.kind === "known" && typeof one.value === "string" && /^[ -~]*$/.test(one.value))
        return knownTerm(one.value.length, one.chain);
      return cannot("length", one);
    }),
  element: ([list, index]) =>
    each(list ?? failure("element() needs a list"), (tuple) => {
      if (tuple.kind !== "tuple") return tuple.kind === "unknown" ? tuple : cannot("element", tuple);
      if (tuple.length === 0) return failure("element() of an empty list");
      return each(index ?? failure("element() needs an index"), (at) => {
        if (at.kind === "known" && typeof at.value === "number" && at.value >= 0)
          return prefix(
            at.chain.filter((link) => link.sensitive),
            part(tuple, at.value % tuple.length),
          );
        return at.kind === "unknown" ? anyOf(tuple) : failure("element() needs an index");
      });
    }),
  lookup: ([object, key, otherwise]) =>
    onObject("lookup", object, (all, chain) =>
      each(key ?? failure("lookup() needs a key"), (wanted) => {
        const word = wanted.kind === "known" ? text(wanted.value) : undefined;
        if (word === undefined && wanted.kind === "unknown") {
          const values = [...all.values()].map((value) => value());
          // Whichever key it is: one of the values, or what stands for all others.
          return wanted.fails || values.length === 0 || values.length >= MOST
            ? unknownTerm(`lookup() of a key that is not known: ${wanted.cause}`)
            : prefix(chain, choiceOf([...values, ...(otherwise === undefined ? [] : [otherwise])]));
        }
        if (word === undefined) return failure("lookup() needs a key");
        return (
          all.get(word)?.() ??
          (otherwise === undefined ? failure(`lookup() of a key that is not there: ${word}`) : prefix(chain, otherwise))
        );
      }),
    ),
  tolist: ([list]) =>
    each(list ?? failure("tolist() needs a list"), (one) =>
      one.kind === "tuple" ? listed(one) : one.kind === "unknown" ? one : cannot("tolist", one),
    ),
  tomap: ([object]) =>
    each(object ?? failure("tomap() needs an object"), (one) =>
      one.kind === "object" ? mapped(one) : one.kind === "unknown" ? one : cannot("tomap", one),
    ),
  toset: ([list]) => each(list ?? failure("toset() needs a list"), toSet),
  setproduct: (lists) =>
    lists.length < 2
      ? failure("setproduct() needs two lists")
      : each(product(lists, []), (made) => (made.kind === "tuple" && lists.every(isSet) ? { ...made, set: true } : made)),
  transpose: ([object]) =>
    lift("transpose()", (map) => (isObject(map) ? transposed(map) : FAILS), [object ?? failure("transpose() needs a map")]),
  zipmap: ([keys, values]) =>
    over([keys ?? failure("zipmap() needs keys"), values ?? failure("zipmap() needs values")], ([names, things]) => {
      if (names?.kind !== "tuple" || things?.kind !== "tuple" || names.length !== things.length)
        return unknownTerm("zipmap() is given what is not two lists of one length");
      const all = new Map<string, () => Term>();
      for (const [index, name] of elements(names).entries()) {
        const value = settle(name());
        const word = value.kind === "known" ? text(value.value) : undefined;
        if (word === undefined) return unknownTerm("zipmap() is given a key that is not known");
        all.set(word, () => part(things, index));
      }
      return objectOf(all);
    }),
};

/** From a map of lists of texts the other way round: for every text the keys under which it stands. */
function transposed(map: { readonly [key: string]: Json }): Json | undefined {
  const made = new Map<string, string[]>();
  for (const key of Object.keys(map).sort(byCodePoint)) {
    const list = map[key] ?? null;
    if (!isList(list)) return undefined;
    for (const one of list) {
      if (typeof one !== "string") return undefined;
      made.set(one, [...(made.get(one) ?? []), key]);
    }
  }
  return Object.fromEntries([...made].sort(([a], [b]) => byCodePoint(a, b)));
}

/** The elements of a set are of one type already. */
const listed = (one: TupleTerm): Term =>
  one.set ? { kind: "tuple", length: one.length, at: one.at, chain: one.chain } : tupleOf(unifiedAll(elements(one)));

function mapped(one: ObjectTerm): Term {
  const all = entries(one);
  if (all === undefined) return one;
  const values = unifiedAll([...all.values()]);
  return objectOf(new Map([...all.keys()].map((key, index) => [key, values[index] ?? (() => knownTerm(null))])));
}

function cannot(name: string, given: Whole): Term {
  if (given.kind === "unknown") return given.fails ? given : unknownTerm(`${name}() of what is not known: ${given.cause}`, [], given.chain);
  return given.kind === "object"
    ? unknownTerm(`${name}() of a whole resource is not followed`)
    : failure(`${name}() is given what it does not take`);
}

/** Every combination of what the arguments can be, as far as lists and objects go. */
function over(args: readonly Term[], apply: (args: readonly Whole[]) => Term, done: readonly Whole[] = []): Term {
  const [first, ...rest] = args;
  if (first === undefined) return apply(done);
  return each(first, (one) => over(rest, apply, [...done, one]));
}

function onObject(name: string, object: Term | undefined, apply: (all: ReadonlyMap<string, () => Term>, chain: Chain) => Term): Term {
  return each(object ?? failure(`${name}() needs an object`), (one) => {
    const all = one.kind === "object" ? entries(one) : undefined;
    return all === undefined ? cannot(name, one) : apply(all, one.chain);
  });
}

function anyOf(tuple: Extract<Term, { kind: "tuple" }>): Term {
  const all = elements(tuple).map((element) => element());
  return choiceOf(all);
}

function flatten(list: Term, depth: number): Term {
  return each(list, (one) => {
    if (one.kind !== "tuple" || depth > 20) return cannot("flatten", one);
    const items: (() => Term)[] = [];
    for (const element of elements(one)) {
      const item = element();
      const inner = item.kind === "tuple" || (item.kind === "known" && Array.isArray(item.value)) ? flatten(item, depth + 1) : item;
      // What is not known may be a list of any length.
      if (inner.kind === "unknown" || inner.kind === "choice")
        return inner.kind === "unknown" && inner.refs.length > 0 ? inner : unknownTerm("flatten() of a list that holds what is not known");
      if (inner.kind === "tuple") items.push(...elements(inner));
      else items.push(() => inner);
    }
    return tupleOf(items);
  });
}

/** What the members can be is settled first: which of them are equal, and their order, depends on it. */
function toSet(list: Whole): Term {
  if (list.kind !== "tuple") return list.kind === "unknown" ? list : cannot("toset", list);
  const whole = settle(list);
  const cases = whole.kind === "oneOf" ? whole.values.filter(isList) : [];
  if (cases.length === 0) return setOf(elements(list), list.chain);
  return choiceOf(
    cases.map((members) =>
      setOf(
        members.map((member) => () => knownTerm(member)),
        whole.chain,
      ),
    ),
  );
}

const isSet = (term: Term): boolean => term.kind === "tuple" && term.set === true;

/** Every combination of an element of each list, in order. */
function product(lists: readonly Term[], chosen: readonly (() => Term)[]): Term {
  const [first, ...rest] = lists;
  if (first === undefined) return tupleOf([() => tupleOf(chosen)]);
  return each(first, (one) => {
    if (one.kind !== "tuple") return one.kind === "unknown" ? one : failure("setproduct() is given no list");
    if (one.length > MOST) return unknownTerm(`setproduct() of more than ${MOST} elements is not followed`);
    const made = unifiedAll(elements(one)).map((element) => product(rest, [...chosen, element]));
    const parts = made.flatMap((term) => (term.kind === "tuple" ? elements(term) : []));
    const open = made.find((term) => term.kind !== "tuple");
    return (
      open ?? (parts.length > MOST ? unknownTerm(`setproduct() of more than ${MOST} elements is not followed`) : tupleOf(parts, one.chain))
    );
  });
}
