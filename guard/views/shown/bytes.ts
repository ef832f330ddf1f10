/** Bytes of JSON by name, and steps through JSON that is known to be well formed. */
import { constants } from "node:buffer";
import { InputError } from "../../errors.ts";

export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;

/** Where the next thing that is no blank stands. */
export function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at++;
  }
}

/** The closing quote of the text that opens at `from`. */
export function closingQuote(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  for (;;) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    at += byte === BACKSLASH ? 2 : 1;
  }
}

/** Where the value that begins at `from` has ended. */
export function afterValue(bytes: Uint8Array, from: number): number {
  const first = bytes[from];
  if (first === QUOTE) return closingQuote(bytes, from) + 1;
  let at = from;
  if (first !== OPEN_OBJECT && first !== OPEN_LIST) {
    while (!ENDS_SCALAR[bytes[at] ?? COMMA]) at++;
    return at;
  }
  for (let depth = 0; ; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = closingQuote(bytes, at);
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
    else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && --depth === 0) return at + 1;
  }
}

const ENDS_SCALAR = new Uint8Array(256);
for (const byte of [COMMA, CLOSE_OBJECT, CLOSE_LIST, 0x20, 0x0a, 0x0d, 0x09]) ENDS_SCALAR[byte] = 1;

/** A value is longer than any text can be here. Whoever knows the document says which. */
export class ValueTooLarge extends InputError {
  readonly #bytes: number;
  constructor(bytes: number, document = "the document") {
    super(
      `One value of ${document} takes ${Math.floor(bytes / 1024 / 1024)} MiB, which is more than can be read as one, and nothing that an engine wrote. Take it out, and make the plan or the state again.`,
    );
    this.#bytes = bytes;
  }

  in(origin: string): ValueTooLarge {
    return new ValueTooLarge(this.#bytes, origin);
  }
}

/**
 * Some bytes as a text.
 *
 * @throws ValueTooLarge
 */
export function decoded(bytes: Buffer, encoding: "utf8" | "latin1", from = 0, to = bytes.length): string {
  // In quotes, it is two longer.
  if (to - from > constants.MAX_STRING_LENGTH - 2) throw new ValueTooLarge(to - from);
  return bytes.toString(encoding, from, to);
}

/** The text between two quotes. The same few are said again and again: those are not made anew. */
export function textOf(bytes: Buffer, from: number, to: number): string {
  const length = to - from;
  const slot = (length * 31 + (bytes[to - 1] ?? 0) * 7 + (bytes[from + (length >> 1)] ?? 0)) & (RECENT - 1);
  const known = recent[slot];
  if (known !== undefined && spells(bytes, from, to, known)) return known;
  const text = decoded(bytes, "utf8", from, to);
  if (text.includes("\\")) return JSON.parse(`"${text}"`) as string;
  if (length <= LONGEST_RECENT && text.length === length) recent[slot] = text;
  return text;
}

const RECENT = 1024;
const LONGEST_RECENT = 80;
const recent = new Array<string | undefined>(RECENT);

/** Whether a text is spelled by these bytes, one each. */
export function spells(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  if (to - from !== text.length) return false;
  // From its end: many begin alike.
  for (let at = to - 1; at >= from; at--) if (bytes[at] !== text.charCodeAt(at - from)) return false;
  return true;
}
