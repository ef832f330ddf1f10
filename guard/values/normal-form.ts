import type { Json } from "./json.ts";

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** The engine keeps every text in Unicode's composed form: U+212A, the Kelvin sign, is the letter K there, in a key as in a value. */
export function normalText(text: string): string {
  return BEYOND_ASCII.test(text) ? text.normalize("NFC") : text;
}

/** All texts and keys of a value. The same value when nothing changes, which is nearly always. */
export function normalForm(value: Json): Json {
  if (typeof value === "string") return normalText(value);
  if (typeof value !== "object" || value === null) return value;
  return BEYOND_ASCII.test(JSON.stringify(value)) ? rewritten(value) : value;
}

function rewritten(value: Json): Json {
  if (typeof value === "string") return normalText(value);
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [normalText(key), rewritten(one)]));
}
