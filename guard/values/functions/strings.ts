import { number, text } from "../convert.ts";
import type { Json } from "../json.ts";
import { FAILS, type Operation } from "../lift.ts";
import { isList } from "../term.ts";
import { format, formatEach } from "./format.ts";
import { safeRegex } from "./regex.ts";

/** A function of texts. Letters beyond ASCII are left to the engine: cases and lengths are counted differently there. */
function onTexts(compute: (...texts: readonly string[]) => Json | undefined | typeof FAILS): Operation {
  return (...args: readonly Json[]) => {
    const texts = args.map(text);
    // A number of many digits is a text to the engine; which one, we cannot say.
    if (args.some((arg, index) => typeof arg === "number" && texts[index] === undefined)) return undefined;
    if (texts.some((one) => one === undefined)) return FAILS;
    return compute(...texts.filter((one) => one !== undefined));
  };
}

// biome-ignore format: one line each
export const strings: Readonly<Record<string, Operation>> = {
  lower: onTexts((value = "") => ascii(value, value.toLowerCase())),
  upper: onTexts((value = "") => ascii(value, value.toUpperCase())),
  trimspace: onTexts((value = "") => ascii(value, value.trim())),
  chomp: onTexts((value = "") => value.replace(/[\r\n]+$/, "")),
  trimprefix: onTexts((value = "", prefix = "") => (value.startsWith(prefix) ? value.slice(prefix.length) : value)),
  trimsuffix: onTexts((value = "", suffix = "") => (suffix !== "" && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value)),
  trim: onTexts((value = "", signs = "") => ascii(value + signs, trim(value, signs))),
  title: onTexts((value = "") => (/^[a-zA-Z0-9 ]*$/.test(value) ? value.replace(/(?<![^ ])[a-z]/g, (letter) => letter.toUpperCase()) : undefined)),
  startswith: onTexts((value = "", prefix = "") => value.startsWith(prefix)),
  endswith: onTexts((value = "", suffix = "") => value.endsWith(suffix)),
  strcontains: onTexts((value = "", part = "") => value.includes(part)),
  split: onTexts((separator = "", value = "") => (separator !== "" || /^[ -~]*$/.test(value) ? value.split(separator) : undefined)),
  replace: onTexts((value = "", part = "", by = "") => replace(value, part, by)),
  regex: onTexts((pattern = "", value = "") => match(pattern, value)),
  regexall: onTexts((pattern = "", value = "") => matches(pattern, value)),
  strrev: onTexts((value = "") => ascii(value, [...value].reverse().join(""))),
  urlencode: onTexts((value = "") => (isWellFormed(value) ? encodeURIComponent(value).replace(/[!'()*]/g, percent).replaceAll("%20", "+") : undefined)),
  urldecode: onTexts((value = "") => decoded(value.replaceAll("+", " "))),
  indent: (spaces, value) => indent(number(spaces), text(value)),
  substr,
  join: (separator, ...given) => {
    const parts = given.flatMap((list) => (isList(list ?? null) ? (list as readonly Json[]) : [null])).map(text);
    return typeof separator !== "string" || parts.includes(undefined) ? FAILS : parts.join(separator);
  },
  format: (pattern, ...args) => (typeof pattern === "string" ? format(pattern, args) : FAILS),
  formatlist: (pattern, ...args) => (typeof pattern === "string" ? formatEach(pattern, args) : undefined),
};

const isWellFormed = (value: string): boolean => !/[\ud800-\udfff]/.test(value.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ""));
const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** Every line but the first. */
function indent(spaces: number | undefined, value: string | undefined): string | undefined | typeof FAILS {
  if (spaces === undefined || value === undefined) return FAILS;
  return Number.isInteger(spaces) && spaces >= 0 && spaces <= 100 ? value.replaceAll("\n", `\n${" ".repeat(spaces)}`) : undefined;
}

function ascii(input: string, result: string): string | undefined {
  return /^[\x20-\x7e\t\r\n]*$/.test(input) ? result : undefined;
}

function trim(value: string, signs: string): string {
  let [from, to] = [0, value.length];
  while (from < to && signs.includes(value.charAt(from))) from++;
  while (to > from && signs.includes(value.charAt(to - 1))) to--;
  return value.slice(from, to);
}

/** Text between slashes is a pattern. */
function replace(value: string, part: string, by: string): string | undefined {
  if (part === "" || value.length * (by.length + 1) > 1_000_000) return undefined;
  if (part.length < 2 || !part.startsWith("/") || !part.endsWith("/")) return value.replaceAll(part, () => by);
  const pattern = by.includes("$") ? undefined : safeRegex(part.slice(1, -1), value);
  return pattern === undefined || pattern.test("") ? undefined : value.replace(new RegExp(pattern.source, "g"), () => by);
}

/** The whole match, or the list of groups. */
function match(pattern: string, value: string): Json | undefined | typeof FAILS {
  const safe = safeRegex(pattern, value);
  if (safe === undefined) return undefined;
  const found = safe.exec(value);
  if (found === null) return FAILS;
  return found.length === 1 ? found[0] : found.slice(1).map((group) => group ?? null);
}

/** Every match, one after the other; of a pattern that matches nothing at all the engine counts otherwise. */
function matches(pattern: string, value: string): Json | undefined {
  const safe = safeRegex(pattern, value);
  if (safe === undefined || safe.test("")) return undefined;
  const found = [...value.matchAll(new RegExp(safe.source, "g"))];
  return found.map((one) => (one.length === 1 ? one[0] : one.slice(1).map((group) => group ?? null)));
}

function substr(value: Json | undefined, offset: Json | undefined, length: Json | undefined): Json | undefined | typeof FAILS {
  if (typeof value !== "string" || typeof offset !== "number" || typeof length !== "number") return FAILS;
  const from = offset < 0 ? value.length + offset : offset;
  if (from < 0 || !Number.isInteger(offset) || !Number.isInteger(length)) return undefined;
  return ascii(value, length < 0 ? value.slice(from) : value.slice(from, from + length));
}
