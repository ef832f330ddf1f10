import { BACKSLASH, CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, OPEN_LIST, OPEN_OBJECT, QUOTE, textOf } from "./bytes.ts";
import { hasEqual } from "./repeated.ts";
import { Role, roleOf } from "./roles.ts";
import type { Steps } from "./steps.ts";

/** Where something stands in the document: the first byte, and the one after the last. */
export interface Range {
  readonly from: number;
  to: number;
}

/** A list of which the elements are read one at a time. */
export interface ListRange extends Range {
  readonly starts: number[];
  readonly ends: number[];
}

/** Why a document is refused, and where. */
export class Malformed extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Deeper nesting is nothing that an engine wrote. */
const DEEPEST = 1000;

// What may come next. Numbers by themselves: a member of an object is looked up again for every byte.
const VALUE = 0;
const FIRST_ITEM = 1;
const FIRST_KEY = 2;
const KEY = 3;
const AT_COLON = 4;
const AFTER = 5;
/** In the middle of a text that may not end in these bytes. */
const TEXT = 6;
const OTHER = Role.other;

/** Bytes that mean themselves in a text. */
const PLAIN = new Uint8Array(256).fill(1, 0x20);
PLAIN[QUOTE] = 0;
PLAIN[BACKSLASH] = 0;
const NUMBER = new Uint8Array(256);
for (const character of "0123456789+-.eE") NUMBER[character.charCodeAt(0)] = 1;
const ESCAPES = new Set(Buffer.from('"\\/bfnrt'));

/**
 * Checks that bytes are one JSON document, every byte of it, with every key once in its object, and notes where its parts stand. It is fed piece by
 * piece and keeps nothing but the way to where it is.
 */
export class Scan {
  /** Members of the document itself. */
  readonly members = new Map<string, Range>();
  readonly lists: ListRange[] = [];
  /** Objects that may have a key twice: two of its keys have the same hash, or one is written with an escape. */
  suspect: ((from: number, to: number) => void) | undefined;

  #next = VALUE;
  #depth = 0;
  readonly #isObject = new Uint8Array(DEEPEST + 1);
  readonly #roles = new Uint8Array(DEEPEST + 1);
  readonly #opened = new Float64Array(DEEPEST + 1);
  readonly #firstHash = new Uint32Array(DEEPEST + 1);
  readonly #escaped = new Uint8Array(DEEPEST + 1);
  #hashes = new Int32Array(4096);
  #hashCount = 0;
  /** The latest key of a container that has a role. */
  #key = "";
  #listDepth = -1;
  #list: ListRange | undefined;
  #itemFrom = 0;
  #member: Range | undefined;
  /** What stands within a container this deep was not plain at a glance, and is gone through in steps of one byte. */
  #slow = DEEPEST + 1;

  /** Whether the whole document has been read. */
  get complete(): boolean {
    return this.#depth === 0 && this.#next === AFTER;
  }

  /**
   * Reads on.
   *
   * @param base position in the document of the first byte
   * @param last whether nothing follows
   * @param steps by which values of which nothing is to be noted are stepped over
   * @returns how many bytes were read; the others have to come again, with more behind them
   */
  feed(bytes: Buffer, end: number, base: number, last: boolean, steps?: Steps): number {
    const isObject = this.#isObject;
    const roles = this.#roles;
    let hashes = this.#hashes;
    let hashCount = this.#hashCount;
    let next = this.#next;
    let depth = this.#depth;
    let at = 0;
    while (at < end) {
      if (next === TEXT) {
        at = inText(bytes, at, end, base);
        if (at >= end || bytes[at] !== QUOTE) break;
        at++;
        next = AFTER;
        continue;
      }
      const byte = bytes[at] as number;
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) at++;
      else if (byte === QUOTE) {
        if (next === FIRST_KEY || next === KEY) {
          let to = at + 1;
          let hash = 0x811c9dc5;
          while (to < end && PLAIN[bytes[to] as number] === 1) {
            hash = Math.imul(hash ^ (bytes[to] as number), 0x01000193);
            to++;
          }
          if (to < end && bytes[to] !== QUOTE) {
            to = inText(bytes, to, end, base);
            this.#escaped[depth] = 1;
          }
          if (to >= end || bytes[to] !== QUOTE) break;
          if (hashCount === hashes.length) hashes = this.#grow();
          hashes[hashCount++] = hash;
          if (roles[depth] !== OTHER) this.#key = textOf(bytes, at + 1, to);
          at = to + 1;
          next = AT_COLON;
          if (at < end && bytes[at] === COLON) {
            at++;
            next = VALUE;
          }
        } else if (next === VALUE || next === FIRST_ITEM) {
          if (depth === 1) this.#memberAt(base + at);
          at++;
          while (at < end && PLAIN[bytes[at] as number] === 1) at++;
          next = TEXT;
          if (at < end && bytes[at] === QUOTE) {
            at++;
            next = AFTER;
          }
        } else throw unexpected(bytes, at, base);
      } else if (byte === COMMA) {
        if (next !== AFTER || depth === 0) throw unexpected(bytes, at, base);
        if (depth === this.#listDepth) this.#item(base + at);
        else if (depth === 1) this.#endMember(base + at);
        next = isObject[depth] === 1 ? KEY : VALUE;
        at++;
      } else if (byte === COLON) {
        if (next !== AT_COLON) throw unexpected(bytes, at, base);
        next = VALUE;
        at++;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        const object = byte === CLOSE_OBJECT;
        if (depth === 0 || (isObject[depth] === 1) !== object || (next !== AFTER && next !== (object ? FIRST_KEY : FIRST_ITEM)))
          throw unexpected(bytes, at, base);
        if (object) {
          const first = this.#firstHash[depth] as number;
          if (hashCount - first > 1 && (this.#escaped[depth] === 1 || hasEqual(hashes, first, hashCount)))
            this.suspect?.(this.#opened[depth] as number, base + at + 1);
          hashCount = first;
        }
        if (depth === this.#listDepth) {
          if (next === AFTER) this.#item(base + at);
          if (this.#list !== undefined) this.#list.to = base + at;
          this.#listDepth = -1;
        } else if (depth === 1) this.#endMember(base + at);
        depth--;
        next = AFTER;
        at++;
      } else if (next !== VALUE && next !== FIRST_ITEM) throw unexpected(bytes, at, base);
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (steps !== undefined && depth > 1 && roles[depth] === OTHER && depth <= this.#slow) {
          const to = steps.checked(bytes, at);
          this.#slow = DEEPEST + 1;
          if (to >= 0 && to <= end) {
            at = to;
            next = AFTER;
            continue;
          }
          this.#slow = depth;
        }
        if (depth === 1) this.#memberAt(base + at);
        if (depth === DEEPEST) throw new Malformed(`it is nested more than ${DEEPEST} deep`, base + at);
        const object = byte === OPEN_OBJECT;
        const around = roles[depth] as Role;
        depth++;
        isObject[depth] = object ? 1 : 0;
        roles[depth] =
          depth === 1 ? (object ? Role.root : OTHER) : around === OTHER ? OTHER : this.#enter(around, !object, depth, base + at + 1);
        this.#opened[depth] = base + at;
        this.#firstHash[depth] = hashCount;
        this.#escaped[depth] = 0;
        next = object ? FIRST_KEY : FIRST_ITEM;
        at++;
      } else {
        const to = scalar(bytes, at, end, base, last);
        if (to < 0) break;
        if (depth === 1) this.#memberAt(base + at);
        at = to;
        next = AFTER;
      }
    }
    this.#next = next;
    this.#depth = depth;
    this.#hashCount = hashCount;
    return at;
  }

  #enter(around: Role, isList: boolean, depth: number, from: number): Role {
    const role = roleOf(around, this.#key, isList);
    if (role !== Role.list) return role;
    this.#list = { from, to: from, starts: [], ends: [] };
    this.lists.push(this.#list);
    this.#listDepth = depth;
    this.#itemFrom = from;
    // Its elements have no role of their own.
    return OTHER;
  }

  #item(to: number): void {
    this.#list?.starts.push(this.#itemFrom);
    this.#list?.ends.push(to);
    this.#itemFrom = to + 1;
  }

  #memberAt(from: number): void {
    this.#member = { from, to: from };
    if (this.#roles[1] === Role.root) this.members.set(this.#key, this.#member);
  }

  #endMember(to: number): void {
    if (this.#member !== undefined) this.#member.to = to;
  }

  #grow(): Int32Array<ArrayBuffer> {
    const more = new Int32Array(this.#hashes.length * 2);
    more.set(this.#hashes);
    this.#hashes = more;
    return more;
  }
}

/** Goes on in a text, to its closing quote or as far as the bytes go. An escape that is not there whole is left for the next time. */
function inText(bytes: Buffer, from: number, end: number, base: number): number {
  let at = from;
  for (;;) {
    while (at < end && PLAIN[bytes[at] as number] === 1) at++;
    if (at >= end || bytes[at] === QUOTE) return at;
    if (bytes[at] !== BACKSLASH) throw new Malformed("a text holds a line break or another control character", base + at);
    if (at + 1 >= end) return at;
    const letter = bytes[at + 1] as number;
    if (letter === 0x75) {
      if (at + 6 > end) return at;
      if (!/^[0-9a-f]{4}$/i.test(bytes.toString("latin1", at + 2, at + 6)))
        throw new Malformed("a text holds an escape that is none", base + at);
      at += 6;
    } else {
      if (!ESCAPES.has(letter)) throw new Malformed("a text holds an escape that is none", base + at);
      at += 2;
    }
  }
}

/** The end of a number, true, false or null; -1: it may go on in the bytes to come. */
function scalar(bytes: Buffer, from: number, end: number, base: number, last: boolean): number {
  const byte = bytes[from] as number;
  if (byte !== 0x2d && (byte < 0x30 || byte > 0x39)) {
    const word = byte === 0x74 ? "true" : byte === 0x66 ? "false" : byte === 0x6e ? "null" : "";
    const to = from + word.length;
    for (let at = from; at < to; at++) {
      if (at === end && !last) return -1;
      if (at === end || bytes[at] !== word.charCodeAt(at - from)) throw unexpected(bytes, at, base);
    }
    if (to === from) throw unexpected(bytes, from, base);
    return to;
  }
  let to = from + 1;
  let digits = byte !== 0x2d && byte !== 0x30;
  while (to < end && NUMBER[bytes[to] as number] === 1) {
    if ((bytes[to] as number) < 0x30) digits = false;
    else if ((bytes[to] as number) > 0x39) digits = false;
    to++;
  }
  if (to === end && !last) return -1;
  // Nearly every number is a few digits.
  if ((digits && to - from < 16) || (byte === 0x30 && to === from + 1)) return to;
  const text = bytes.toString("latin1", from, Math.min(to, from + LONGEST_NUMBER));
  if (to - from > LONGEST_NUMBER || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text))
    throw new Malformed(`${text.slice(0, 20)} is no number`, base + from);
  if (!Number.isFinite(Number(text))) throw new Malformed(`the number ${text.slice(0, 20)} is larger than can be read`, base + from);
  return to;
}

const LONGEST_NUMBER = 1000;

function unexpected(bytes: Buffer, at: number, base: number): Malformed {
  const byte = bytes[at];
  if (byte === undefined) return new Malformed("it ends in the middle of a word", base + at);
  const shown = byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `the byte 0x${byte.toString(16).padStart(2, "0")}`;
  return new Malformed(`${shown} stands where it does not belong`, base + at);
}
