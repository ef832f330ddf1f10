import { number } from "../../values/convert.ts";
import { termOf } from "../../values/json-term.ts";
import { bind, type Env } from "../../values/scope.ts";
import { settle } from "../../values/settle.ts";
import { choiceOf, elements, entries, exposed, knownTerm, objectOf, prefix, type Term, unknownTerm } from "../../values/term.ts";
import { MOST } from "../../values/value.ts";
import type { JsonObject } from "./parse-json.ts";

/** One instance of a block: `key` as it stands in its address, and the names that hold in it. */
export interface Instance {
  readonly key?: string | number;
  readonly env: Env;
}

/** How often a block is made. */
export type Instances =
  | { readonly kind: "one"; readonly env: Env }
  | {
      readonly kind: "counted" | "keyed";
      readonly instances: readonly Instance[];
      /** Names as they hold when there is no instance. */
      readonly env: Env;
    }
  /** `count` or `for_each` is not known, or there are very many: one environment stands for all instances. */
  | {
      readonly kind: "some";
      readonly env: Env;
      /** How many, where that is known and they are too many to be told apart. */
      readonly many?: number;
    };

export function instancesOf(body: JsonObject, env: Env): Instances {
  if (body.for_each !== undefined && body.for_each !== null) return keyed(termOf(body.for_each, env), env);
  if (body.count !== undefined && body.count !== null) return counted(termOf(body.count, env), env);
  return { kind: "one", env };
}

/** Whether it is certain that there is none of it. */
export const isNone = (made: Instances): boolean => (made.kind === "counted" || made.kind === "keyed") && made.instances.length === 0;

/** Each instance; one stands for all where they are not known, or where there is none. */
export const eachOf = (made: Instances): readonly Instance[] =>
  (made.kind === "counted" || made.kind === "keyed") && made.instances.length > 0 ? made.instances : [{ env: made.env }];

function keyed(over: Term, env: Env): Instances {
  const made = pairs(over);
  if (made === undefined) {
    const options = over.kind === "choice" ? over.options.map(pairs) : [];
    const all = options.length > 0 && options.every((option) => option !== undefined) ? options.flatMap((option) => option ?? []) : [];
    const whole = exposed(over);
    const many = whole.kind === "object" && whole.rest === undefined ? whole.keys.length : 0;
    if (all.length === 0 || all.length > MOST)
      return { kind: "some", env: withEach(env, unknownEach(over), unknownEach(over)), ...(many > MOST && { many }) };
    const keys = choiceOf(
      all.map(([key]) => knownTerm(key)),
      over.chain,
    );
    return {
      kind: "some",
      env: withEach(
        env,
        keys,
        choiceOf(
          all.map(([, value]) => value()),
          over.chain,
        ),
      ),
    };
  }
  const nobody = unknownTerm("for_each is empty, so there is no each");
  return {
    kind: "keyed",
    instances: made.map(([key, value]) => ({ key, env: withEach(env, knownTerm(key, over.chain), value()) })),
    env: withEach(env, nobody, nobody),
  };
}

/** Keys and values of a map, or of a set of texts. Undefined: they are not all known. */
function pairs(over: Term): readonly (readonly [string, () => Term])[] | undefined {
  const one = exposed(over);
  if (one.kind === "object") {
    const all = entries(one);
    return all === undefined || all.size > MOST ? undefined : [...all];
  }
  if (one.kind !== "tuple" || one.length > MOST) return undefined;
  const found = elements(one).map((element): [string, () => Term] | undefined => {
    const value = settle(element());
    return value.kind === "known" && typeof value.value === "string" ? [value.value, element] : undefined;
  });
  return found.every((pair) => pair !== undefined) ? [...new Map(found.filter((pair) => pair !== undefined))] : undefined;
}

function unknownEach(over: Term): Term {
  const value = settle(over);
  return unknownTerm(`for_each is not known: ${value.kind === "unknown" ? value.cause : "its keys are many, or no texts"}`, [], over.chain);
}

function counted(count: Term, env: Env): Instances {
  const value = settle(count);
  const numbers = value.kind === "known" ? [value.value] : value.kind === "oneOf" ? value.values : [];
  const sizes = numbers.map((one) => number(one) ?? Number.NaN).filter((size) => Number.isInteger(size) && size >= 0);
  const most = Math.max(-1, ...sizes);
  const known = sizes.length === numbers.length && most >= 0 && most <= MOST;
  const cause = value.kind === "unknown" ? `count is not known: ${value.cause}` : `count is no number between 0 and ${MOST}`;
  // Only so many: a list of a billion numbers is more than any memory has.
  const indices = Array.from({ length: known ? most : 0 }, (_, index) => index);
  if (!known || value.kind !== "known") {
    const index =
      known && most > 0
        ? choiceOf(
            indices.map((one) => knownTerm(one)),
            count.chain,
          )
        : unknownTerm(cause, [], count.chain);
    return { kind: "some", env: withCount(env, index), ...(value.kind === "known" && most > MOST && { many: most }) };
  }
  return {
    kind: "counted",
    instances: indices.map((index) => ({
      key: index,
      env: withCount(
        env,
        prefix(
          count.chain.filter((link) => link.sensitive),
          knownTerm(index),
        ),
      ),
    })),
    env: withCount(env, unknownTerm("count is 0, so there is no count.index")),
  };
}

function withEach(env: Env, key: Term, value: Term): Env {
  return bind(
    env,
    "each",
    objectOf(
      new Map([
        ["key", () => key],
        ["value", () => value],
      ]),
    ),
  );
}

function withCount(env: Env, index: Term): Env {
  return bind(env, "count", objectOf(new Map([["index", () => index]])));
}

/** `["a"]` or `[0]`, as the engine writes an instance's key. */
export function keyText(key: string | number | undefined): string {
  if (key === undefined) return "";
  return `[${typeof key === "number" ? key : JSON.stringify(key).replaceAll("${", "$${").replaceAll("%{", "%%{")}]`;
}
