import { isExact } from "../exact-number.ts";
import type { Node } from "./ast.ts";

/** The grammar refers to itself: each part of it gets the whole expression's reader from the one that knows all parts. */
export type Read = (cursor: Cursor) => Node;

/** Text that is not an expression, or one that is not followed. */
export class Unreadable extends Error {}

const DEEPEST = 60;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANK = /(?:[ \t\r\n]|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;

/** A place in a text, moved forward by reading. */
export class Cursor {
  readonly source: string;
  at = 0;
  #depth = 0;

  constructor(source: string) {
    this.source = source;
  }

  get done(): boolean {
    return this.at >= this.source.length;
  }

  fail(expected: string): never {
    const found = this.done ? "the end" : JSON.stringify(this.source.slice(this.at, this.at + 12));
    throw new Unreadable(`expected ${expected} at character ${this.at + 1}, found ${found}`);
  }

  /** Skips blanks and comments; says whether a line ended among them. */
  blank(): boolean {
    BLANK.lastIndex = this.at;
    const found = BLANK.exec(this.source)?.[0];
    if (found === undefined) return false;
    this.at += found.length;
    return found.includes("\n");
  }

  sees(text: string): boolean {
    return this.source.startsWith(text, this.at);
  }

  /** Takes the text if it stands here. */
  take(text: string): boolean {
    if (!this.sees(text)) return false;
    this.at += text.length;
    return true;
  }

  expect(text: string): void {
    this.blank();
    if (!this.take(text)) this.fail(JSON.stringify(text));
  }

  identifier(): string | undefined {
    return this.#match(IDENTIFIER);
  }

  number(): number | undefined {
    const text = this.#match(NUMBER);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER || !isExact(text))
      throw new Unreadable(`the number ${text.slice(0, 40)} is too large to be followed exactly`);
    return value;
  }

  /** Reads one level deeper; a text nested beyond all reason is refused rather than followed down the stack. */
  nested<T>(read: () => T): T {
    if (++this.#depth > DEEPEST) throw new Unreadable(`it is nested more than ${DEEPEST} deep`);
    const result = read();
    this.#depth--;
    return result;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const text = pattern.exec(this.source)?.[0];
    if (text !== undefined) this.at += text.length;
    return text;
  }
}
