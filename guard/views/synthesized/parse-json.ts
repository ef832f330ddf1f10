import { Repeated, type RepeatedKey, repeatedKey, withRepeatedBlocks } from "../../../catalogue/repeated-blocks.ts";
import { InputError } from "../../errors.ts";
import { isExact } from "../../values/exact-number.ts";
import type { Json } from "../../values/json.ts";
import { whyNoJson } from "../shown/why-no-json.ts";

export type JsonObject = { readonly [key: string]: Json };

const MIB = 1024 * 1024;
const LARGEST = 256 * MIB;
const DEEPEST = 100;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** What messages say of a document that is none. */
export interface Sort {
  /** "a Terraform configuration" */
  readonly name: string;
  /** What it holds. */
  readonly holds: string;
  /** What to do when it is too large. */
  readonly smaller: string;
  /** What to do when it is damaged. */
  readonly mend: string;
}

const CONFIGURATION: Sort = {
  name: "a Terraform configuration",
  holds: "an object with blocks",
  smaller: "Split the stack, or check the file that was meant",
  mend: "It may have been cut off; synthesize again",
};

/** The same, written by hand: it may say a type of block twice, as the engine lets it. */
export const CODE: Sort = { ...CONFIGURATION };

/** @throws InputError when a file is larger than anybody means it to be */
export function requireSize(
  size: number,
  file: string,
  largest = LARGEST,
  { name, smaller }: Pick<Sort, "name" | "smaller"> = CONFIGURATION,
): void {
  if (size > largest)
    throw new InputError(`${file} is larger than ${largest / MIB} MiB: no ${name.replace(/^an? (?:Terraform )?/, "")} is. ${smaller}.`);
}

/**
 * Reads a Terraform JSON file more strictly than JSON.parse does: of two equal keys JSON.parse keeps the last, where the engine refuses or merges,
 * so that the guard would judge one and the engine might make the other.
 */
export function parseJson(bytes: Uint8Array, file: string, sort = CONFIGURATION): JsonObject {
  requireSize(bytes.length, file, LARGEST, sort);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    throw new InputError(`${file} begins with a byte order mark, which the engine refuses. Save it as UTF-8 without one.`);
  const pairs = scan(bytes, file);
  const json = parse(decode(bytes, file, sort), file, sort);
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new InputError(`${file} is not ${sort.name}: it holds ${kindOf(json)} where ${sort.holds} belongs.`);
  if (countKeys(json) === pairs) return json as JsonObject;
  const text = decode(bytes, file, sort);
  if (sort === CODE) return unrepeated(text, file);
  const repeated = repeatedKey(text);
  if (repeated !== undefined) throw saidTwice(repeated, file);
  return json as JsonObject;
}

function unrepeated(text: string, file: string): JsonObject {
  try {
    return withRepeatedBlocks(text) as JsonObject;
  } catch (error) {
    if (error instanceof Repeated) throw saidTwice(error.key, file);
    throw error;
  }
}

const saidTwice = ({ key, line }: RepeatedKey, file: string): InputError =>
  new InputError(
    `${file} says the key ${JSON.stringify(key)} twice in one object, on line ${line}. Which one holds differs between programs; keep one of them.`,
  );

export function kindOf(json: Json | undefined): string {
  if (json === undefined) return "nothing";
  if (json === null) return "null";
  if (Array.isArray(json)) return "a list";
  return typeof json === "object" ? "an object" : `a ${typeof json === "string" ? "text" : typeof json}`;
}

/** One pass over the bytes: how deep it is, and how many keys it has. */
function scan(bytes: Uint8Array, file: string): number {
  let pairs = 0;
  let depth = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at++; at < bytes.length && bytes[at] !== QUOTE; at++) if (bytes[at] === BACKSLASH) at++;
    } else if (byte === COLON) pairs++;
    else if (byte !== undefined && byte >= 0x30 && byte <= 0x39) at = endOfNumber(bytes, at, file);
    else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > DEEPEST) throw new InputError(`${file} is nested more than ${DEEPEST} deep: no configuration is. Check what wrote it.`);
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return pairs;
}

/** Digits that JSON.parse would round away are a part of the number to the engine: two numbers would be equal to one of us only. */
function endOfNumber(bytes: Uint8Array, from: number, file: string): number {
  let to = from + 1;
  while (NUMBER.has(bytes[to] ?? 0)) to++;
  // Nearly every number is short, and then it is exact.
  if (to - from <= 15 && !bytes.subarray(from, to).some(isExponent)) return to - 1;
  const written = Buffer.from(bytes.subarray(from, to)).toString("latin1");
  if (!isExact(written))
    throw new InputError(
      `${file} holds the number ${written.slice(0, 40)}, which has more digits than can be read exactly. Write it as a text, in quotes.`,
    );
  return to - 1;
}

const isExponent = (byte: number): boolean => byte === 0x65 || byte === 0x45;

const NUMBER: ReadonlySet<number> = new Set(Buffer.from("0123456789.eE+-"));

function decode(bytes: Uint8Array, file: string, { name }: Sort): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8 text, so it is not ${name}. Check that it is the file that was meant.`);
  }
}

function parse(text: string, file: string, { name, mend }: Sort): Json {
  if (text.trim() === "")
    throw new InputError(
      name === CONFIGURATION.name
        ? `${file} is empty: an interrupted synthesis may have left it so. Synthesize again.`
        : `${file} is empty, so it is not ${name}. ${mend}.`,
    );
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new InputError(`${file} is not JSON: ${whyNoJson(text)}. ${mend}.`);
  }
}

function countKeys(json: Json): number {
  if (typeof json !== "object" || json === null) return 0;
  let count = 0;
  if (Array.isArray(json)) {
    for (const item of json) count += countKeys(item);
    return count;
  }
  // Not Object.values: it would copy the whole document, object by object.
  const object = json as JsonObject;
  for (const key in object) {
    const value = object[key];
    count += typeof value === "object" && value !== null ? 1 + countKeys(value) : 1;
  }
  return count;
}
