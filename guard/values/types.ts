import { constantOf } from "./constant.ts";
import { boolean, number, text } from "./convert.ts";
import type { Json } from "./json.ts";
import { type Node, parseExpression } from "./language/index.ts";
import { setOf } from "./set-of.ts";
import { settle } from "./settle.ts";
import {
  each,
  elements,
  entries,
  isList,
  isObject,
  knownTerm,
  type ObjectTerm,
  objectOf,
  prefix,
  type Term,
  tupleOf,
  unknownTerm,
} from "./term.ts";
import { unifiedAll } from "./unified.ts";

/** A value as a variable of this type holds it: converted, in a set's order, with what `optional` fills in. */
export function converted(value: Json, type: string): Term {
  const made = convert(value, parseExpression(type.replace(/^\$\{([\s\S]*)\}$/, "$1")));
  return made ?? unknownTerm(`it does not fit the type ${type.slice(0, 80)}, or the type is not followed`);
}

/**
 * The same of a value that is not known as a whole. What is known of it is converted; a list that is a set loses its order, and what an object's
 * type calls optional may be filled in with what nobody here computes.
 */
export function convertedTerm(term: Term, type: string): Term {
  const node = parseExpression(type.replace(/^\$\{([\s\S]*)\}$/, "$1"));
  return convertTerm(term, node);
}

function convertTerm(term: Term, type: Node): Term {
  return each(term, (one) => {
    const whole = settle(one);
    if (whole.kind === "known") return prefix(one.chain, convert(whole.value, type) ?? unfit(type));
    if (type.type !== "call" || type.args[0] === undefined) return one;
    const [inner] = type.args;
    if (type.name === "set" && one.kind === "tuple") return setOf(elements(one), one.chain);
    if (type.name === "list" && one.kind === "tuple") {
      const items = elements(one).map((item) => () => convertTerm(item(), inner));
      return tupleOf(isOpenEnded(inner) ? unifiedAll(items) : items, one.chain);
    }
    if (type.name === "map" && one.kind === "object") return mapped(one, inner);
    if (type.name === "object" && one.kind === "object" && inner.type === "object") return shaped(one, inner);
    return one;
  });
}

const unfit = (type: Node): Term =>
  unknownTerm(`it does not fit the type ${type.type === "name" ? type.name : "of the variable"}, or the type is not followed`);

function mapped(term: ObjectTerm, inner: Node): Term {
  const all = entries(term);
  if (all === undefined) return term;
  const items = [...all.values()].map((value) => () => convertTerm(value(), inner));
  return { ...keyed([...all.keys()], isOpenEnded(inner) ? unifiedAll(items) : items), chain: term.chain };
}

/** An object of a type: each attribute as the type has it, and a null where one may be left out. */
function shaped(term: ObjectTerm, attributes: Extract<Node, { type: "object" }>): Term {
  if (term.rest !== undefined) return term;
  const made = new Map<string, () => Term>();
  for (const { key, value: written } of attributes.entries) {
    if (key.type !== "literal") return unfit(attributes);
    const name = String(key.value);
    const optional = written.type === "call" && written.name === "optional" ? written.args : undefined;
    const [type = written, fallback] = optional ?? [written];
    made.set(name, () => {
      const found = term.get(name);
      const given = found === undefined ? knownTerm(null) : prefix(term.chain, convertTerm(found, type));
      return fallback === undefined
        ? given
        : each(given, (one) => (one.kind === "known" && one.value === null ? filled(name, fallback, type) : one));
    });
  }
  return objectOf(made, term.chain);
}

function filled(name: string, fallback: Node, type: Node): Term {
  const value = constantOf(fallback);
  if (value === undefined) return unknownTerm(`the type's own default of ${name} is not followed`);
  return convert(value, type) ?? unfit(type);
}

/** What an element is of, where the type does not say: `list` alone is a list of anything, as engines have always taken it. */
const ANY: Node = parseExpression("any");

function convert(value: Json, type: Node): Term | undefined {
  if (value === null) return knownTerm(null);
  if (type.type === "name" && (type.name === "list" || type.name === "map"))
    return convert(value, { type: "call", name: type.name, args: [ANY], expand: false });
  if (type.type === "name") return primitive(value, type.name);
  if (type.type !== "call" || type.expand) return undefined;
  const [inner] = type.args;
  if (inner === undefined) return undefined;
  switch (type.name) {
    case "list":
      return isList(value)
        ? all(
            value.map((one) => convert(one, inner)),
            (items) => tupleOf(alike(items, inner)),
          )
        : undefined;
    case "set":
      return isList(value) ? set(value, inner) : undefined;
    case "map":
      if (!isObject(value)) return undefined;
      return all(
        Object.values(value).map((one) => convert(one, inner)),
        (items) => keyed(Object.keys(value), alike(items, inner)),
      );
    case "tuple":
      if (!isList(value) || inner.type !== "tuple" || inner.items.length !== value.length) return undefined;
      return all(
        inner.items.map((one, index) => convert(value[index] ?? null, one)),
        (items) => tupleOf(items.map((item) => () => item)),
      );
    case "object":
      return isObject(value) ? object(value, inner) : undefined;
    default:
      return undefined;
  }
}

function primitive(value: Json, name: string): Term | undefined {
  if (name === "any") return knownTerm(value);
  const made = name === "string" ? text(value) : name === "number" ? number(value) : name === "bool" ? boolean(value) : undefined;
  return made === undefined ? undefined : knownTerm(made);
}

function set(value: readonly Json[], inner: Node): Term | undefined {
  return all(
    value.map((one) => convert(one, inner)),
    (items) =>
      setOf(
        items.map((item) => () => item),
        [],
      ),
  );
}

/** Attributes that the type does not name are dropped; those that it calls optional are filled in. */
function object(value: { readonly [key: string]: Json }, attributes: Node): Term | undefined {
  if (attributes.type !== "object") return undefined;
  const made = new Map<string, () => Term>();
  for (const { key, value: written } of attributes.entries) {
    if (key.type !== "literal") return undefined;
    const name = String(key.value);
    const optional = written.type === "call" && written.name === "optional" ? written.args : undefined;
    const given = Object.hasOwn(value, name) ? (value[name] ?? null) : null;
    const type = optional?.[0] ?? written;
    if (optional === undefined && !Object.hasOwn(value, name)) return undefined;
    const fallback = optional?.[1];
    const term = given === null && fallback !== undefined ? filled(name, fallback, type) : convert(given, type);
    if (term === undefined) return undefined;
    made.set(name, () => term);
  }
  return objectOf(made);
}

function keyed(keys: readonly string[], items: readonly (() => Term)[]): Term {
  return objectOf(new Map(keys.map((key, index) => [key, items[index] ?? (() => knownTerm(null))])));
}

/** What a collection holds of anything is of one type all the same. */
function alike(items: readonly Term[], inner: Node): readonly (() => Term)[] {
  const held = items.map((item) => () => item);
  return isOpenEnded(inner) ? unifiedAll(held) : held;
}

/** Whether a type leaves something to what it is given. */
function isOpenEnded(type: Node): boolean {
  if (type.type === "name") return ["any", "list", "map", "set"].includes(type.name);
  if (type.type === "call") return type.args.some(isOpenEnded);
  if (type.type === "object") return type.entries.some(({ value }) => isOpenEnded(value));
  return type.type === "tuple" && type.items.some(isOpenEnded);
}

function all(items: readonly (Term | undefined)[], build: (items: readonly Term[]) => Term): Term | undefined {
  return items.every((item) => item !== undefined) ? build(items.filter((item) => item !== undefined)) : undefined;
}
