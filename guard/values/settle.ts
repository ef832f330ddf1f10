import { deeper } from "./budget.ts";
import { extend } from "./chain.ts";
import type { Json } from "./json.ts";
import { combinations, join, known, oneOf, unknown } from "./sets.ts";
import type { ObjectTerm, Term, TupleTerm } from "./term.ts";
import type { Chain, Value } from "./value.ts";

/** What a term is as a whole, as a set of things that it can be. */
export function settle(term: Term): Value {
  return deeper(
    () => {
      switch (term.kind) {
        case "known":
          return known(term.value, term.chain);
        case "unknown":
          return unknown(term.cause, term.refs, term.chain);
        case "choice":
          return within(term.chain, join(...term.options.map(settle)));
        case "tuple":
          return within(term.chain, tuple(term));
        case "object":
          return within(term.chain, object(term));
      }
    },
    (cause) => unknown(cause, [], term.chain),
  );
}

function tuple(term: TupleTerm): Value {
  const items: Value[] = [];
  for (let index = 0; index < term.length; index++) items.push(settle(term.at(index)));
  return whole(items, (parts) => parts);
}

function object(term: ObjectTerm): Value {
  if (term.rest !== undefined)
    return unknown(`${term.address ?? "it"} as a whole is known only after it is made`, term.address === undefined ? [] : [term.address]);
  const keys = term.keys;
  const items = keys.map((key) => settle(term.get(key) ?? { kind: "known", value: null, chain: [] }));
  // fromEntries defines own properties: a key named __proto__ stays a key.
  return whole(items, (parts) => Object.fromEntries(keys.map((key, index) => [key, parts[index] ?? null])));
}

function whole(items: readonly Value[], build: (parts: readonly Json[]) => Json): Value {
  const chain = items.reduce<Chain>((all, item) => extend(all, item.chain), []);
  const combined = combinations(items);
  return Array.isArray(combined) ? oneOf(combined.map(build), chain) : { ...unknown(combined.cause, [], chain), mixed: true };
}

function within(chain: Chain, value: Value): Value {
  return chain.length === 0 ? value : { ...value, chain: extend(chain, value.chain) };
}
