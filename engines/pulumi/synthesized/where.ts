import type { Json } from "../../../guard/values/json.ts";
import { termOf } from "../../../guard/values/json-term.ts";
import { bind, type Env } from "../../../guard/values/scope.ts";
import { knownTerm, objectOf, part, type Term } from "../../../guard/values/term.ts";

/** Where an expression stands: names that hold there beside the document's own, and the expressions that they were made of. */
export interface Where {
  readonly names: ReadonlyMap<string, Json>;
  readonly enter: (env: Env) => Env;
}

export const AT_TOP: Where = { names: new Map(), enter: (env) => env };

/** Keys of what `count` or `for_each` makes; a set's keys are its members. */
export interface Keys {
  readonly over: Json;
  readonly keys: readonly (string | number)[];
  readonly isSet: boolean;
}

/** Within one instance: `each.key` and `each.value`, or `count.index`. */
export function withinInstance({ over, isSet }: Keys, key: string | number): Where {
  return typeof key === "number"
    ? named(AT_TOP, "count", over, () => ({ index: () => knownTerm(key) }))
    : named(AT_TOP, "each", over, (env) => pair(knownTerm(key), () => element(over, key, isSet, env)));
}

/** Within one block that `dynamic` makes: the iterator's `key` and `value`. */
export function withinDynamic(outer: Where, iterator: string, { over, isSet }: Keys, key: string | number): Where {
  return named(outer, iterator, over, (env) => {
    const value = () => element(over, key, isSet, env);
    return pair(isSet ? value() : knownTerm(key), value);
  });
}

/** Read anew in each scope: what was not known in one may be in the next. */
const element = (over: Json, key: string | number, isSet: boolean, env: Env): Term =>
  isSet && typeof key === "string" ? knownTerm(key) : part(termOf(over, env), key);

const pair = (key: Term, value: () => Term): Readonly<Record<string, () => Term>> => ({ key: () => key, value });

function named(outer: Where, name: string, over: Json, members: (env: Env) => Readonly<Record<string, () => Term>>): Where {
  return {
    names: new Map([...outer.names, [name, over]]),
    enter: (env) => {
      const around = outer.enter(env);
      return bind(around, name, objectOf(new Map(Object.entries(members(around)))));
    },
  };
}
