import { number } from "../../../guard/values/convert.ts";
import type { Json } from "../../../guard/values/json.ts";
import { termOf } from "../../../guard/values/json-term.ts";
import type { Env } from "../../../guard/values/scope.ts";
import { settle } from "../../../guard/values/settle.ts";
import { elements, entries, exposed, type Term } from "../../../guard/values/term.ts";
import type { JsonObject } from "../../../guard/views/synthesized/parse-json.ts";
import { Unregistrable } from "./unregistrable.ts";
import type { Keys } from "./where.ts";

/** How often a block is made; undefined: once, without a key. */
export function expansionOf(body: JsonObject, env: Env, address: string): Keys | undefined {
  if (body.for_each !== undefined && body.for_each !== null) return keysOf(body.for_each, env, `${address}: for_each`);
  if (body.count === undefined || body.count === null) return undefined;
  const count = settle(termOf(body.count, env));
  const size = count.kind === "known" ? number(count.value) : undefined;
  if (size === undefined || !Number.isInteger(size) || size < 0)
    throw notKnown(`${address}: count`, count.kind === "unknown" ? count.cause : "it is no whole number from 0 on");
  return { over: body.count, keys: Array.from({ length: size }, (_, index) => index), isSet: false };
}

/** Keys of what a `for_each` goes over. As in Terraform they must be known before anything is made. */
export function keysOf(over: Json, env: Env, at: string, mayBeList = false): Keys {
  const term = exposed(termOf(over, env));
  if (term.kind === "object") {
    const all = entries(term);
    if (all !== undefined) return { over, keys: [...all.keys()].sort(byBytes), isSet: false };
  }
  if (term.kind === "tuple" && mayBeList && term.set !== true)
    return { over, keys: Array.from({ length: term.length }, (_, index) => index), isSet: false };
  if (term.kind === "tuple") return { over, keys: [...new Set(elements(term).map((element) => memberOf(element(), at)))], isSet: true };
  throw notKnown(at, term.kind === "unknown" ? term.cause : "it is neither a map nor a set of texts");
}

function memberOf(term: Term, at: string): string {
  const value = settle(term);
  if (value.kind === "known" && typeof value.value === "string") return value.value;
  throw notKnown(at, value.kind === "unknown" ? value.cause : "a member of the set is no text");
}

const notKnown = (at: string, cause: string): Unregistrable =>
  new Unregistrable([`${at} must be known when the program runs, as Terraform demands it: ${cause}`]);

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
