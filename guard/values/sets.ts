import { extend } from "./chain.ts";
import type { Json } from "./json.ts";
import { type Chain, MOST, type Value } from "./value.ts";

export function known(value: Json, chain: Chain = []): Value {
  return value === null ? { kind: "absent", chain } : { kind: "known", value, chain };
}

export function unknown(cause: string, refs: readonly string[] = [], chain: Chain = []): Extract<Value, { kind: "unknown" }> {
  return { kind: "unknown", cause, refs, chain };
}

/** The set of these things: known when there is one, unknown when there are too many. */
export function oneOf(values: readonly Json[], chain: Chain = []): Value {
  const different = distinct(values);
  const [first] = different;
  if (first === undefined) return unknown("no value is possible", [], chain);
  if (different.length === 1) return known(first, chain);
  if (different.length > MOST) return unknown(`more than ${MOST} values are possible`, [], chain);
  return { kind: "oneOf", values: different, chain };
}

/** Everything that a value can be; undefined when that is not known. Absence is `null`. */
export function members(value: Value): readonly Json[] | undefined {
  switch (value.kind) {
    case "known":
      return [value.value];
    case "oneOf":
      return value.values;
    case "absent":
      return [null];
    case "unknown":
      return undefined;
  }
}

/** What a value is that is one of these values, nobody knows which. */
export function join(...values: readonly Value[]): Value {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return only;
  const chain = values.reduce<Chain>((all, value) => extend(all, value.chain), []);
  const strangers = values.filter((value) => value.kind === "unknown");
  const [first] = strangers;
  if (first !== undefined) {
    // Another possible value beside the references means that the place of the references is not the answer.
    const pure = strangers.length === values.length && strangers.every((value) => value.refs.length > 0);
    return { ...unknown(first.cause, pure ? [...new Set(strangers.flatMap((value) => value.refs))] : [], chain), mixed: true };
  }
  return oneOf(
    values.flatMap((value) => members(value) ?? []),
    chain,
  );
}

/** Applies a function to every combination of what the values can be. `undefined` from the function: it cannot tell. */
export function map(
  apply: (...args: readonly Json[]) => Json | undefined,
  values: readonly Value[],
  cannot = "it cannot be computed",
): Value {
  const chain = values.reduce<Chain>((all, value) => extend(all, value.chain), []);
  const results: Json[] = [];
  const combined = combinations(values);
  if (!Array.isArray(combined)) return unknown(combined.cause, [], chain);
  for (const args of combined) {
    const result = apply(...args);
    if (result === undefined) return unknown(cannot, [], chain);
    results.push(result);
  }
  return oneOf(results, chain);
}

/** Every combination of what the values can be, or the reason why there is no list of them. */
export function combinations(values: readonly Value[]): (readonly Json[])[] | { readonly cause: string } {
  let all: Json[][] = [[]];
  for (const value of values) {
    const possible = members(value);
    if (possible === undefined) return { cause: value.kind === "unknown" ? value.cause : "it is not known" };
    if (all.length * possible.length > MOST) return { cause: `more than ${MOST} values are possible` };
    const [single] = possible;
    if (possible.length === 1 && single !== undefined) for (const args of all) args.push(single);
    else all = all.flatMap((args) => possible.map((one) => [...args, one]));
  }
  return all;
}

/** Inside when everything that it can be is accepted, outside when nothing is, else undecided: more information can move it only out of undecided. */
export function decide(value: Value, accepts: (value: Json) => boolean): "inside" | "outside" | "undecided" {
  const possible = members(value);
  if (possible === undefined) return "undecided";
  if (possible.every(accepts)) return "inside";
  return possible.some(accepts) ? "undecided" : "outside";
}

/** Whether `sharper` says the same as `value` or more: every thing that it can be, `value` can be. */
export function refines(sharper: Value, value: Value): boolean {
  const possible = members(value);
  if (possible === undefined) return true;
  const mine = members(sharper);
  if (mine === undefined) return false;
  const keys = new Set(possible.map((one) => JSON.stringify(one)));
  return mine.every((one) => keys.has(JSON.stringify(one)));
}

function distinct(values: readonly Json[]): readonly Json[] {
  if (values.length < 2) return values;
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
