import { afterBlanks, afterValue, CLOSE_OBJECT, COMMA, closingQuote, textOf } from "./bytes.ts";

/** The key that an object has twice, of the object that opens at the first byte; undefined: none. */
export function repeatedKey(object: Buffer): string | undefined {
  const keys = new Set<string>();
  let at = afterBlanks(object, 1);
  while (object[at] !== CLOSE_OBJECT) {
    const end = closingQuote(object, at);
    const key = textOf(object, at + 1, end);
    if (keys.has(key)) return key;
    keys.add(key);
    at = afterBlanks(object, afterValue(object, afterBlanks(object, afterBlanks(object, end + 1) + 1)));
    if (object[at] === COMMA) at = afterBlanks(object, at + 1);
  }
  return undefined;
}

/** Whether a run of numbers, which are hashes of keys, has two that are equal. */
export function hasEqual(hashes: Int32Array, from: number, to: number): boolean {
  if (to - from > MANY) {
    const sorted = hashes.slice(from, to).sort();
    for (let at = 1; at < sorted.length; at++) if (sorted[at] === sorted[at - 1]) return true;
    return false;
  }
  for (let one = from + 1; one < to; one++) {
    const hash = hashes[one];
    for (let other = from; other < one; other++) if (hashes[other] === hash) return true;
  }
  return false;
}

/** Up to so many are compared each with each. */
const MANY = 48;
