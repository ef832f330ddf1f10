import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * Resolves tokens where they stand, and copies nothing else.
 *
 * The library resolves a whole fragment at each of three passes, making a context for every node on the way; nearly all nodes hold no
 * token. Here a value without tokens is returned as it is, and the library's own resolver is called for the leaves that have one.
 */
export function settle(scope: IConstruct, value: unknown, preparing: boolean): unknown {
  return walk(value, (leaf) => Tokenization.resolve(leaf, { scope, resolver: RESOLVER, preparing }));
}

const RESOLVER = new DefaultTokenResolver(new StringConcat());

/** Tokens encoded as numbers lie near -1.9e289; no honest number does. */
const LEAST_PLAIN_NUMBER = -1e280;

type Resolve = (leaf: unknown) => unknown;

function walk(value: unknown, resolve: Resolve): unknown {
  switch (typeof value) {
    case "string":
      return isPlainText(value) ? value : resolve(value);
    case "number":
      return value > LEAST_PLAIN_NUMBER ? value : resolve(value);
    case "object":
      return value === null ? null : Array.isArray(value) ? walkArray(value, resolve) : walkObject(value, resolve);
    case "function":
      return resolve(value);
    default:
      return value;
  }
}

/** Text that holds no token and no escape: tokens read `${TfToken[…]}`, `#{…`, `&{…`, or a number with the exponent that marks them. */
function isPlainText(text: string): boolean {
  return !text.includes("{") && !text.includes("e+");
}

function walkArray(list: readonly unknown[], resolve: Resolve): unknown {
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    // A list token is an array of one marked member: only the library can tell which lists are one.
    if ((typeof item === "string" && item.startsWith("#{")) || (typeof item === "number" && item < LEAST_PLAIN_NUMBER))
      return resolve(list);
    const settled = walk(item, resolve);
    if (copy === undefined && (settled !== item || settled === undefined)) copy = list.slice(0, i);
    if (copy !== undefined && settled !== undefined) copy.push(settled);
  }
  return copy ?? list;
}

function walkObject(object: object, resolve: Resolve): unknown {
  const proto = Object.getPrototypeOf(object) as unknown;
  if ((proto !== Object.prototype && proto !== null) || "resolve" in object) return resolve(object);
  const fields = object as Record<string, unknown>;
  const keys = Object.keys(fields);
  for (const key of keys) if (!isPlainText(key)) return resolve(object);
  let copy: Record<string, unknown> | undefined;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    const field = fields[key];
    const settled = walk(field, resolve);
    if (copy === undefined && (settled !== field || settled === undefined)) {
      copy = {};
      for (let j = 0; j < i; j++) copy[keys[j] as string] = fields[keys[j] as string];
    }
    if (copy !== undefined && settled !== undefined) copy[key] = settled;
  }
  return copy ?? object;
}
