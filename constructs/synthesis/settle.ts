import { isSorted, isUnruly, ORDERED, sortTogether } from "./in-order.ts";
import type { PlainResource } from "./plain-resource.ts";
import type { Tokens } from "./tokens.ts";

/**
 * Resolves tokens where they stand, and copies nothing else.
 *
 * The library resolves a whole fragment at each of three passes, making a context for every node on the way; nearly all nodes hold no
 * token. Here a value without tokens is returned as it is, and the library's own resolver is called for the leaves that have one.
 */
export function settle(tokens: Tokens, value: unknown): unknown {
  switch (typeof value) {
    case "string":
      return isPlainText(value) ? value : tokens.resolve(value);
    case "number":
      return value > LEAST_PLAIN_NUMBER ? value : tokens.resolve(value);
    case "object":
      return value === null ? null : Array.isArray(value) ? settledArray(tokens, value) : settledObject(tokens, value);
    case "function":
      return tokens.resolve(value);
    case "bigint":
      tokens.loose = true;
      return value;
    default:
      return value;
  }
}

/** Asks every token for what that does, and keeps nothing of what comes out. */
export function prepare(tokens: Tokens, value: unknown): void {
  switch (typeof value) {
    case "string":
      if (!isPlainText(value)) tokens.prepare(value);
      return;
    case "number":
      if (!(value > LEAST_PLAIN_NUMBER)) tokens.prepare(value);
      return;
    case "function":
      tokens.prepare(value);
      return;
    case "object":
      if (value === null) return;
      if (Array.isArray(value)) {
        if (value.some(isMarkOfList)) tokens.prepare(value);
        else for (const item of value) prepare(tokens, item);
        return;
      }
      prepareObject(tokens, value);
  }
}

/** Tokens encoded as numbers lie near -1.9e289; no honest number does. */
const LEAST_PLAIN_NUMBER = -1e280;

/** Text that holds no token and no escape: tokens read `${TfToken[…]}`, `#{…`, `&{…`, or a number with the exponent that marks them. */
function isPlainText(text: string): boolean {
  return !text.includes("{") && !text.includes("e+");
}

/** A list token is an array of one marked member: only the library can tell which lists are one. */
function isMarkOfList(item: unknown): boolean {
  return typeof item === "string" ? item.startsWith("#{") : typeof item === "number" && item < LEAST_PLAIN_NUMBER;
}

/** The keys of a plain object that all are plain text. Undefined: a token, something with a class of its own, or a key that holds a token. */
function plainKeys(tokens: Tokens, object: object): string[] | undefined {
  const proto = Object.getPrototypeOf(object) as unknown;
  if ((proto !== Object.prototype && proto !== null) || "resolve" in object) return undefined;
  const keys = Object.keys(object);
  for (const key of keys) {
    if (!isPlainText(key)) return undefined;
    if (isUnruly(key)) tokens.loose = true;
  }
  return keys;
}

function prepareObject(tokens: Tokens, object: object): void {
  const keys = plainKeys(tokens, object);
  if (keys === undefined) tokens.prepare(object);
  else for (const key of keys) prepare(tokens, (object as Record<string, unknown>)[key]);
}

function settledArray(tokens: Tokens, list: readonly unknown[]): unknown {
  if (list.some(isMarkOfList)) return tokens.resolve(list);
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    const settled = settle(tokens, item);
    if (copy === undefined && (settled !== item || settled === undefined)) copy = list.slice(0, i);
    if (copy !== undefined && settled !== undefined) copy.push(settled);
  }
  return copy ?? list;
}

/** A plain resource as the document has it. */
export function settleResource(tokens: Tokens, { attributes, provider, metadata }: PlainResource): Readonly<Record<string, unknown>> {
  tokens.loose = false;
  const keys = plainKeys(tokens, attributes);
  if (keys === undefined) return settle(tokens, { ...attributes, "//": { metadata }, provider }) as Record<string, unknown>;
  const values: unknown[] = [];
  for (let i = 0; i < keys.length; i++) values.push(settle(tokens, attributes[keys[i] as string]));
  keys.push("//");
  values.push("stackTrace" in metadata ? settle(tokens, { metadata }) : { metadata });
  if (provider !== undefined) {
    keys.push("provider");
    values.push(settle(tokens, provider));
  }
  const written = inOrderOf(keys, values);
  if (!tokens.loose) ORDERED.add(written);
  return written;
}

export function prepareResource(tokens: Tokens, { attributes, provider }: PlainResource): void {
  prepare(tokens, attributes);
  prepare(tokens, provider);
}

/** Keys are put in order on the way, which whoever writes the document would have to do later; tokens are asked in the order in which they stand. */
function settledObject(tokens: Tokens, object: object): unknown {
  const keys = plainKeys(tokens, object);
  if (keys === undefined) return tokens.resolve(object);
  const fields = object as Record<string, unknown>;
  const values: unknown[] = [];
  let same = isSorted(keys);
  for (let i = 0; i < keys.length; i++) {
    const field = fields[keys[i] as string];
    const settled = settle(tokens, field);
    if (settled !== field || settled === undefined) same = false;
    values.push(settled);
  }
  return same ? object : inOrderOf(keys, values);
}

function inOrderOf(keys: string[], values: unknown[]): Record<string, unknown> {
  sortTogether(keys, values);
  const made: Record<string, unknown> = {};
  for (let i = 0; i < keys.length; i++) if (values[i] !== undefined) made[keys[i] as string] = values[i];
  return made;
}
