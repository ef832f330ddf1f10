import type { Json } from "../../values/json.ts";
import {
  afterBlanks,
  afterValue,
  BACKSLASH,
  CLOSE_OBJECT,
  COMMA,
  closingQuote,
  decoded,
  OPEN_OBJECT,
  QUOTE,
  spells,
  textOf,
} from "./bytes.ts";
import type { Steps } from "./steps.ts";

/** What is noted of each member: its key, its value, and where the member after it is noted. */
const KEY_FROM = 0;
const KEY_TO = 1;
const FROM = 2;
const TO = 3;
const NEXT = 4;
const SIZE = 5;

const NULL = 0x6e;

/** Members of members of members are found by name; what is deeper is parsed. */
const DEEPEST = 3;

/** Where the members of one object stand, down to the third level, found in one pass over its bytes. Used again for the object after it. */
export class Members {
  bytes: Buffer = Buffer.alloc(0);
  /** Where members are noted: in memory of its own, or in a table of the steps. */
  #noted: Int32Array = new Int32Array(0);
  #own = new Int32Array(0);
  #steps: Steps | undefined;
  #table = -1;
  #count = 0;
  #sought = new Int32Array(32);
  /** A key is written with an escape. */
  #escapes = false;
  /** The member of the first level that was looked for last. */
  #lastName: string | undefined;
  #lastFound = -1;

  /** Notes the members of the object that opens at `from`. */
  note(bytes: Buffer, from: number, steps?: Steps): void {
    this.bytes = bytes;
    this.#lastName = undefined;
    const noted = steps?.members(this, bytes, from, DEEPEST);
    if (steps !== undefined && noted !== undefined) {
      this.#steps = steps;
      this.#table = noted.table;
      this.#noted = noted.numbers;
      this.#count = noted.count;
      this.#escapes = steps.escapes;
      return;
    }
    this.#steps = undefined;
    this.#noted = this.#own;
    this.#count = 0;
    this.#escapes = false;
    this.#object(from, 1);
  }

  /** Others have noted something in their place. */
  get areGone(): boolean {
    return this.#steps !== undefined && !this.#steps.has(this, this.#table);
  }

  /** The first member, or -1. */
  get first(): number {
    return this.#count === 0 ? -1 : 0;
  }

  /** The first member of a member's value, or -1. */
  within(member: number): number {
    const inner = member + SIZE;
    return inner < this.#next(member) ? inner : -1;
  }

  /** Names that are asked for are ASCII; a key with an escape is longer than what it means. The member of this name among `first` and those beside it, or -1. `end`: where those beside it end. */
  named(name: string, first: number, end = this.#count): number {
    const length = name.length;
    for (let at = first; at >= 0 && at < end; at = this.#next(at)) {
      const from = this.#noted[at + KEY_FROM] as number;
      const to = this.#noted[at + KEY_TO] as number;
      if (to - from === length ? spells(this.bytes, from, to, name) : this.#escapes && this.key(at) === name) return at;
    }
    return -1;
  }

  /** The member at the end of a path of names, or -1. */
  at(path: readonly string[]): number {
    let [first, end, found] = [this.first, this.#count, -1];
    for (let index = 0; index < path.length; index++) {
      const name = path[index] as string;
      if (index > 0) found = this.named(name, first, end);
      else {
        // Nearly every path goes through the same member.
        if (this.#lastName !== name) this.#lastFound = this.named(name, first, end);
        this.#lastName = name;
        found = this.#lastFound;
      }
      if (found < 0) return -1;
      first = this.within(found);
      end = this.#next(found);
    }
    return found;
  }

  /** What is written under these names in the object at a path; of what is no object, the whole. */
  alike(path: readonly string[], names: readonly string[]): string {
    const found = this.at(path);
    if (found < 0 && path.length > 0) return "";
    if (found >= 0 && this.begins(found) !== OPEN_OBJECT) return this.#bytewise(found);
    const first = found < 0 ? this.first : this.within(found);
    const end = found < 0 ? this.#count : this.#next(found);
    if (!this.#escapes && first >= 0) {
      const gathered = this.#steps?.gathered(this.#table, this.bytes, first, end, names);
      if (gathered !== undefined) return `{${gathered}`;
    }
    this.#find(names, first, end);
    let all = "{";
    for (let index = 0; index < names.length; index++) {
      const member = this.#sought[index] as number;
      all += member < 0 ? "\n" : `${this.#bytewise(member)}\n`;
    }
    return all;
  }

  /** The members of these names in the object at a path, or -1 for each; good until the next are looked for. */
  each(path: readonly string[], names: readonly string[]): Int32Array {
    const found = path.length === 0 ? -1 : this.at(path);
    if (path.length > 0 && found < 0) this.#sought.fill(-1, 0, names.length);
    else this.#find(names, found < 0 ? this.first : this.within(found), found < 0 ? this.#count : this.#next(found));
    return this.#sought;
  }

  /** Looks for members of these names among `first` and those beside it, all of them on one way. */
  #find(names: readonly string[], first: number, end: number): void {
    const byLength = namesByLength(names);
    if (this.#sought.length < names.length) this.#sought = new Int32Array(names.length * 2);
    this.#sought.fill(-1, 0, names.length);
    for (let at = first; at >= 0 && at < end; at = this.#noted[at + NEXT] as number) {
      const from = this.#noted[at + KEY_FROM] as number;
      const to = this.#noted[at + KEY_TO] as number;
      const alike = byLength[to - from];
      let found = -1;
      if (alike !== undefined) for (const index of alike) if (spells(this.bytes, from, to, names[index] as string)) found = index;
      if (found < 0 && this.#escapes) found = names.indexOf(this.key(at));
      if (found >= 0) this.#sought[found] = at;
    }
  }

  key(member: number): string {
    return textOf(this.bytes, this.#noted[member + KEY_FROM] as number, this.#noted[member + KEY_TO] as number);
  }

  /** The first byte of a value. */
  begins(member: number): number {
    return this.bytes[this.#noted[member + FROM] as number] as number;
  }

  /** A value as it is written. */
  written(member: number): string {
    return decoded(this.bytes, "utf8", this.#noted[member + FROM] as number, this.#noted[member + TO] as number);
  }

  json(member: number): Json {
    // Most values are texts, or nothing; a parser would cost more than they do.
    const first = this.begins(member);
    if (first === QUOTE) return this.text(member);
    if (first === NULL) return null;
    return JSON.parse(this.written(member)) as Json;
  }

  #bytewise(member: number): string {
    return decoded(this.bytes, "latin1", this.#noted[member + FROM] as number, this.#noted[member + TO] as number);
  }

  /** Whether a member of the first level is this text, in ASCII and without an escape. */
  says(name: string, text: string): boolean {
    const found = this.named(name, this.first);
    if (found < 0 || this.begins(found) !== QUOTE) return false;
    return spells(this.bytes, (this.#noted[found + FROM] as number) + 1, (this.#noted[found + TO] as number) - 1, text);
  }

  text(member: number): string {
    return textOf(this.bytes, (this.#noted[member + FROM] as number) + 1, (this.#noted[member + TO] as number) - 1);
  }

  #next(member: number): number {
    return this.#noted[member + NEXT] as number;
  }

  #object(from: number, depth: number): number {
    const { bytes } = this;
    let at = afterBlanks(bytes, from + 1);
    while (bytes[at] !== CLOSE_OBJECT) {
      const keyFrom = ++at;
      for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[at]) {
        at++;
        if (byte !== BACKSLASH) continue;
        at++;
        this.#escapes = true;
      }
      const keyTo = at;
      const value = afterBlanks(bytes, afterBlanks(bytes, at + 1) + 1);
      const member = this.#count;
      this.#count += SIZE;
      if (this.#count > this.#noted.length) this.#grow();
      const noted = this.#noted;
      noted[member + KEY_FROM] = keyFrom;
      noted[member + KEY_TO] = keyTo;
      noted[member + FROM] = value;
      at = depth < DEEPEST && bytes[value] === OPEN_OBJECT ? this.#object(value, depth + 1) : afterValue(bytes, value);
      this.#noted[member + TO] = at;
      this.#noted[member + NEXT] = this.#count;
      at = afterBlanks(bytes, at);
      if (bytes[at] === COMMA) at = afterBlanks(bytes, at + 1);
    }
    return at + 1;
  }

  #grow(): void {
    const more = new Int32Array(Math.max(SIZE * 256, this.#own.length * 2));
    more.set(this.#own);
    this.#own = more;
    this.#noted = more;
  }
}

/** Texts of an object by name, as far as it has to be read for them. */
export function textsAhead(bytes: Buffer, from: number, names: readonly string[]): readonly (string | undefined)[] {
  const found = new Array<string | undefined>(names.length);
  const byLength = namesByLength(names);
  let missing = names.length;
  let at = afterBlanks(bytes, from + 1);
  while (bytes[at] !== CLOSE_OBJECT && missing > 0) {
    const end = closingQuote(bytes, at);
    const value = afterBlanks(bytes, afterBlanks(bytes, end + 1) + 1);
    let index = -1;
    for (const one of byLength[end - at - 1] ?? NONE) if (spells(bytes, at + 1, end, names[one] as string)) index = one;
    if (index < 0 && holdsEscape(bytes, at + 1, end)) index = names.indexOf(textOf(bytes, at + 1, end));
    at = afterValue(bytes, value);
    if (index >= 0) {
      missing--;
      if (bytes[value] === QUOTE) found[index] = textOf(bytes, value + 1, at - 1);
    }
    at = afterBlanks(bytes, at);
    if (bytes[at] === COMMA) at = afterBlanks(bytes, at + 1);
  }
  return found;
}

function holdsEscape(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === BACKSLASH) return true;
  return false;
}

const NONE: readonly number[] = [];
const BY_LENGTH = new WeakMap<readonly string[], readonly (readonly number[] | undefined)[]>();

/** Places in a list of names by their length: nearly always one, or none, is to be compared. */
function namesByLength(names: readonly string[]): readonly (readonly number[] | undefined)[] {
  let byLength = BY_LENGTH.get(names);
  if (byLength === undefined) {
    const made: number[][] = [];
    for (const [index, { length }] of names.entries()) {
      const alike = made[length] ?? [];
      alike.push(index);
      made[length] = alike;
    }
    byLength = made;
    BY_LENGTH.set(names, byLength);
  }
  return byLength;
}
