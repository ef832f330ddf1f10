import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/**
 * Resolves tokens where they stand, and copies nothing else.
 *
 * The library resolves a whole fragment at each of three passes, making a context for every node on the way; nearly all nodes hold no
 * token. Here a value without tokens is returned as it is, and the library's own resolver is called for the leaves that have one.
 */
export function settle(scope: IConstruct, value: unknown): unknown {
  return walk(value, resolverOf(scope, false));
}

/** Resolves every token for what that does (a reference to another stack adds an output there and a data source here), and drops what comes out. */
export function prepare(scope: IConstruct, value: unknown): void {
  visit(value, resolverOf(scope, true));
}

const RESOLVER = new DefaultTokenResolver(new StringConcat());

/** Tokens encoded as numbers lie near -1.9e289; no honest number does. */
const LEAST_PLAIN_NUMBER = -1e280;

type Resolve = (leaf: unknown) => unknown;

function resolverOf(scope: IConstruct, preparing: boolean): Resolve {
  const options = { scope, resolver: RESOLVER, preparing };
  return (leaf) => Tokenization.resolve(leaf, options);
}

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

function visit(value: unknown, resolve: Resolve): void {
  switch (typeof value) {
    case "string":
      if (!isPlainText(value)) resolve(value);
      return;
    case "number":
      if (!(value > LEAST_PLAIN_NUMBER)) resolve(value);
      return;
    case "function":
      resolve(value);
      return;
    case "object":
      if (value === null) return;
      if (Array.isArray(value)) {
        if (value.some(isMarkOfList)) resolve(value);
        else for (const item of value) visit(item, resolve);
      } else if (isOpaque(value)) resolve(value);
      else for (const key of Object.keys(value)) visit((value as Record<string, unknown>)[key], resolve);
  }
}

/** Text that holds no token and no escape: tokens read `${TfToken[…]}`, `#{…`, `&{…`, or a number with the exponent that marks them. */
function isPlainText(text: string): boolean {
  return !text.includes("{") && !text.includes("e+");
}

/** A list token is an array of one marked member: only the library can tell which lists are one. */
function isMarkOfList(item: unknown): boolean {
  return typeof item === "string" ? item.startsWith("#{") : typeof item === "number" && item < LEAST_PLAIN_NUMBER;
}

/** Neither a plain object nor one whose keys are plain: a token, something with a class of its own, or a key that holds a token. */
function isOpaque(object: object): boolean {
  const proto = Object.getPrototypeOf(object) as unknown;
  if ((proto !== Object.prototype && proto !== null) || "resolve" in object) return true;
  for (const key of Object.keys(object)) if (!isPlainText(key)) return true;
  return false;
}

function walkArray(list: readonly unknown[], resolve: Resolve): unknown {
  if (list.some(isMarkOfList)) return resolve(list);
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    const settled = walk(item, resolve);
    if (copy === undefined && (settled !== item || settled === undefined)) copy = list.slice(0, i);
    if (copy !== undefined && settled !== undefined) copy.push(settled);
  }
  return copy ?? list;
}

function walkObject(object: object, resolve: Resolve): unknown {
  if (isOpaque(object)) return resolve(object);
  const fields = object as Record<string, unknown>;
  let copy: Record<string, unknown> | undefined;
  const keys = Object.keys(fields);
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
