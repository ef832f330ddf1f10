import { gunzipSync } from "node:zlib";
import { boolean, number, text } from "../convert.ts";
import { isExact } from "../exact-number.ts";
import type { Json } from "../json.ts";
import { FAILS, type Operation } from "../lift.ts";
import { byCodePoint, isList, isObject } from "../term.ts";

const DEEPEST = 100;

export const encodings: Readonly<Record<string, Operation>> = {
  base64encode: (value) => (typeof value === "string" ? Buffer.from(value, "utf8").toString("base64") : FAILS),
  base64decode: (value) => (typeof value === "string" ? inUtf8(bytesIn(value)) : FAILS),
  base64gunzip: (value) => (typeof value === "string" ? inUtf8(unzipped(bytesIn(value))) : FAILS),
  textencodebase64: (value, encoding) => (typeof value === "string" ? textIn(value, encoding)?.toString("base64") : FAILS),
  textdecodebase64: (value, encoding) => {
    const bytes = typeof value === "string" ? bytesIn(value) : undefined;
    if (bytes === undefined || encoding !== "UTF-16LE") return encoding === "UTF-8" ? inUtf8(bytes) : undefined;
    const decoded = bytes.toString("utf16le");
    return Buffer.from(decoded, "utf16le").equals(bytes) ? decoded : undefined;
  },
  jsonencode: (value) => encode(value ?? null),
  jsondecode: (value) => {
    if (typeof value !== "string") return FAILS;
    if ((value.match(/[[{]/g)?.length ?? 0) > DEEPEST) return undefined;
    if (!(value.match(/\d[\d.eE+-]*/g) ?? []).every(isExact)) return undefined;
    try {
      return JSON.parse(value) as Json;
    } catch {
      return FAILS;
    }
  },
  csvdecode: (value) => (typeof value === "string" ? csv(value) : FAILS),
  tostring: (value) => (value === null ? null : (text(value) ?? (typeof value === "number" ? undefined : FAILS))),
  tonumber: (value) => (value === null ? null : (number(value) ?? FAILS)),
  tobool: (value) => (value === null ? null : (boolean(value) ?? FAILS)),
};

function bytesIn(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, "base64");
  return bytes.toString("base64") === base64 ? bytes : undefined;
}

/** As a text, where it is one. */
function inUtf8(bytes: Buffer | undefined): string | undefined {
  const decoded = bytes?.toString("utf8");
  return decoded !== undefined && bytes?.equals(Buffer.from(decoded, "utf8")) ? decoded : undefined;
}

function textIn(value: string, encoding: Json | undefined): Buffer | undefined {
  return encoding === "UTF-8" ? Buffer.from(value, "utf8") : encoding === "UTF-16LE" ? Buffer.from(value, "utf16le") : undefined;
}

const LARGEST = 64 * 1024;

function unzipped(bytes: Buffer | undefined): Buffer | undefined {
  try {
    return bytes && gunzipSync(bytes, { maxOutputLength: LARGEST });
  } catch {
    return undefined;
  }
}

/** Plain rows: what is in quotes, or not of one length, the engine reads. */
function csv(value: string): Json | undefined {
  if (/["\r\\]|\n\n|^\n/.test(value) || value === "") return undefined;
  const [head = [], ...rows] = value
    .replace(/\n$/, "")
    .split("\n")
    .map((row) => row.split(","));
  if (new Set(head).size < head.length || rows.some((row) => row.length !== head.length)) return undefined;
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

/** Keys in order, and the three signs escaped that Go's encoder escapes. */
function encode(value: Json): string | undefined {
  const sorted = JSON.stringify(inOrder(value));
  return /[\u2028\u2029]/.test(sorted) ? undefined : sorted.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

function inOrder(value: Json): Json {
  if (isList(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([key, one]) => [key, inOrder(one)]),
  );
}
