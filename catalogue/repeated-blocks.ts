import type { Json } from "./json.ts";

/** A key that stands twice in one object, and where. */
export interface RepeatedKey {
  readonly key: string;
  readonly line: number;
}

/** Thrown for a key that the engine refuses to find twice. */
export class Repeated extends Error {
  readonly key: RepeatedKey;

  constructor(key: RepeatedKey) {
    super(`the key ${JSON.stringify(key.key)} stands twice, on line ${key.line}`);
    this.key = key;
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[[\]{},]/gs;

/** The first key that is there twice in valid JSON; slow, so that it is asked only where there is one. */
export function repeatedKey(text: string): RepeatedKey | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (const { 0: found, 1: colon, index } of text.matchAll(TOKEN)) {
    if (found === "{") open.push(new Set());
    else if (found === "[") open.push(undefined);
    else if (found === "}" || found === "]") open.pop();
    else if (colon !== undefined) {
      const key = keyOf(found, colon);
      const keys = open.at(-1);
      if (keys?.has(key)) return { key, line: lineAt(text, index) };
      keys?.add(key);
    }
  }
  return undefined;
}

/** Types of blocks whose labels may be repeated as well: below each stand types, or names of providers. */
const BY_TYPE = new Set(["resource", "data", "ephemeral", "provider"]);

/**
 * A Terraform JSON file in which a type of block, or a type of resource, is said twice. To the engine that is the same as a list of both
 * (asked of Terraform 1.11.4 and OpenTofu 1.12.6 on 2026-11-28); a name, an argument or a local that is said twice it refuses.
 *
 * @param text JSON that holds an object
 * @throws Repeated for what the engine refuses
 */
export function withRepeatedBlocks(text: string): Json {
  return grouped(text, 0, text.length, (key, from, to) =>
    BY_TYPE.has(key) && text[from] === "{" ? grouped(text, from, to, (_, a, b) => once(text, a, b)) : once(text, from, to),
  );
}

/**
 * A file of Terraform's JSON as the engine reads it. A synthesis, which may be large, says nothing twice, and is not looked through.
 *
 * @param name the file's own name
 * @throws SyntaxError for what is no JSON
 * @throws Repeated for what the engine refuses
 */
export const parseBlocks = (text: string, name: string): Json =>
  name === "cdk.tf.json" || repeatedKey(text) === undefined ? (JSON.parse(text) as Json) : withRepeatedBlocks(text);

type Read = (key: string, from: number, to: number) => Json;

function grouped(text: string, from: number, to: number, read: Read): Json {
  const found = new Map<string, Json[]>();
  for (const { key, start, end } of members(text, from, to)) {
    const before = found.get(key);
    // A comment may be said as often as one likes.
    if (before === undefined) found.set(key, [read(key, start, end)]);
    else if (key !== "//") before.push(read(key, start, end));
  }
  return Object.fromEntries([...found].map(([key, values]) => [key, values.length === 1 ? (values[0] ?? null) : values.flat()]));
}

/** The members of the one object in a part of a text: their keys, and where their values stand. */
function* members(
  text: string,
  from: number,
  to: number,
): Generator<{ readonly key: string; readonly start: number; readonly end: number }> {
  let depth = 0;
  let open: { readonly key: string; readonly start: number } | undefined;
  for (const { 0: found, 1: colon, index } of text.slice(from, to).matchAll(TOKEN)) {
    const at = from + index;
    if (depth === 1 && open !== undefined && (found === "," || found === "}")) {
      yield { ...open, end: at };
      open = undefined;
    }
    if (found === "{" || found === "[") depth++;
    else if (found === "}" || found === "]") depth--;
    else if (depth === 1 && colon !== undefined) {
      const after = at + found.length;
      open = { key: keyOf(found, colon), start: after + (/^\s*/.exec(text.slice(after, to))?.[0].length ?? 0) };
    }
  }
}

function once(text: string, from: number, to: number): Json {
  const part = text.slice(from, to);
  const again = repeatedKey(part);
  if (again !== undefined) throw new Repeated({ key: again.key, line: lineAt(text, from) + again.line - 1 });
  return JSON.parse(part) as Json;
}

const keyOf = (found: string, colon: string): string => JSON.parse(found.slice(0, found.length - colon.length)) as string;
const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;
