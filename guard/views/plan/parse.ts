import { readFileSync, statSync } from "node:fs";
import { InputError } from "../../errors.ts";
import type { Json } from "../../values/json.ts";
import { isObject, type JsonObject } from "./document.ts";

const MAKE = "tofu show -json plan.bin > plan.json (or terraform show -json)";
/** Node's longest string, 2^29 - 24 characters. */
const LONGEST = 2 ** 29 - 24;

/** Reads a file that `show -json` wrote. Every way in which it can be none has its own sentence. */
export function parseShown(path: string): JsonObject {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new InputError(`${path} does not exist. Make it with: ${MAKE}.`);
  if (!found.isFile()) throw new InputError(`${path} is a folder. Name a plan in JSON, made with: ${MAKE}.`);
  if (found.size > LONGEST)
    throw new InputError(
      `${path} is larger than one text may be in Node.js (512 MiB). Plan in parts: split the stack, or target a module.`,
    );
  return parseText(decode(readFileSync(path)), path);
}

export function parseText(text: string, origin: string): JsonObject {
  if (text.startsWith("PK\u0003\u0004"))
    throw new InputError(`${origin} is the engine's own plan file, not JSON. Convert it with: ${MAKE}.`);
  if (text.trim() === "") throw new InputError(`${origin} is empty. Make it again with: ${MAKE}.`);
  const json = parsed(text, origin);
  if (!isObject(json))
    throw new InputError(
      `${origin} is no plan: its JSON is ${Array.isArray(json) ? "a list" : "a single value"}, not an object. Make it with: ${MAKE}.`,
    );
  return json;
}

function parsed(text: string, origin: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const because = error instanceof Error ? error.message : "";
    if (/^\s*\{"@level"/.test(text))
      throw new InputError(`${origin} is the log of "plan -json", one message a line, not a plan. Make one with: ${MAKE}.`);
    if (!/^\s*[{[]/.test(text)) throw new InputError(`${origin} is not JSON. If it is a plan of the engine, convert it with: ${MAKE}.`);
    // Where it ends too early, or in the middle of something, the rest is missing.
    const endsEarly = Number(/at position (\d+)/.exec(because)?.[1] ?? 0) >= text.trimEnd().length || /end of JSON/.test(because);
    const cut = !endsEarly && /[}\]]\s*$/.test(text.slice(-100)) ? "It is damaged" : "It looks cut off";
    throw new InputError(`${origin} is not valid JSON. ${cut} (${because.slice(0, 120)}). Make it again with: ${MAKE}.`);
  }
}

/** Windows PowerShell redirects in UTF-16, with a mark in front. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return (marked ? bytes.subarray(3) : bytes).toString("utf8");
}
