import { isWordAlone } from "../../values/language/blanks.ts";

/** Each template in a template is a step down the stack. */
const DEEPEST = 100;

/** The text is not in the native syntax, as far as this reader knows it. */
export class Unreadable extends Error {}

/** Walks through a file in the native syntax. It knows where an expression ends, not what it means. */
export class HclCursor {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Where it stands, from the beginning of the text. */
  get at(): number {
    return this.#at;
  }

  sees(what: string): boolean {
    return this.#text.startsWith(what, this.#at);
  }

  take(what: string): boolean {
    if (!this.sees(what)) return false;
    this.#at += what.length;
    return true;
  }

  fail(wanted: string): never {
    throw new Unreadable(`line ${this.#text.slice(0, this.#at).split("\n").length}: expected ${wanted}`);
  }

  /** Past blanks and comments within a line. */
  spaces(): void {
    this.#match(/(?:[ \t\r]|\/\*[\s\S]*?\*\/)*/y);
  }

  /** Past blanks, line breaks and comments. */
  blank(): void {
    this.#match(/(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y);
  }

  identifier(): string {
    return this.#match(/[\p{ID_Start}_][\p{ID_Continue}-]*/uy) ?? this.fail("a name");
  }

  /** A block's label: a quoted text without templates. */
  label(): string {
    const quoted = this.#match(/"(?:[^"\\\n]|\\.)*"/y) ?? this.fail("a label in quotes");
    return quoted.slice(1, -1).replace(/\\(.)/g, "$1");
  }

  /** The text of an expression, up to one of the characters that end it outside of brackets: its line, the block or object that it stands in. Comments are left out. */
  expression(ends: string): string {
    let text = "";
    const open: string[] = [];
    for (;;) {
      const comment = this.#comment();
      if (comment !== undefined) {
        text += comment.includes("\n") && open.length > 0 ? "\n" : " ";
        continue;
      }
      if (this.done) break;
      const char = this.#text.charAt(this.#at);
      if (open.length === 0 && ends.includes(char)) break;
      const whole = this.#quotation();
      if (whole !== undefined) {
        text += whole;
        continue;
      }
      if ("([{".includes(char)) open.push(char === "(" ? ")" : char === "[" ? "]" : "}");
      else if (")]}".includes(char) && open.pop() !== char) this.fail("balanced brackets");
      text += char;
      this.#at += 1;
    }
    if (open.length > 0) this.fail(open.at(-1) ?? "a closing bracket");
    return text.trim() === "" ? this.fail("a value") : text.trim();
  }

  #comment(): string | undefined {
    return this.#match(/#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y);
  }

  /** A text in quotes or a heredoc, if one begins here. */
  #quotation(): string | undefined {
    if (this.sees('"')) return this.#quoted();
    return this.sees("<<") && /^<<-?[\p{ID_Start}_]/u.test(this.#text.slice(this.#at, this.#at + 6)) ? this.#heredoc() : undefined;
  }

  /** A quoted text with its quotes; what stands in `${ }` may have quotes of its own. */
  #quoted(): string {
    const from = this.#at++;
    for (;;) {
      if (this.done || this.sees("\n")) this.fail("a closing quote");
      if (this.#templateSigns()) continue;
      if (this.take("\\")) this.#at += 1;
      else if (this.take('"')) return this.#text.slice(from, this.#at);
      else this.#at += 1;
    }
  }

  /** Past an escaped sign of a template, or a whole template. */
  #templateSigns(): boolean {
    if (this.take("$${") || this.take("%%{")) return true;
    if (!this.take("${") && !this.take("%{")) return false;
    this.#template();
    return true;
  }

  /** Within a template stands code: comments in it hide a brace, and texts do, and neither the word of a heredoc around it nor a quote ends anything. */
  #template(): void {
    if (++this.#depth > DEEPEST) this.fail(`templates nested at most ${DEEPEST} deep`);
    for (let depth = 1; depth > 0; ) {
      if (this.done) this.fail("a closing brace of a template");
      if (this.#comment() !== undefined || this.#quotation() !== undefined) continue;
      if (this.sees("{")) depth += 1;
      if (this.sees("}")) depth -= 1;
      this.#at += 1;
    }
    this.#depth -= 1;
  }

  /** From `<<` to the line that holds its word alone, outside of templates. */
  #heredoc(): string {
    const from = this.#at;
    const opening = this.#match(/<<-?[\p{ID_Start}_][\p{ID_Continue}-]*\r?\n/uy) ?? this.fail("a line break after the heredoc's word");
    const word = opening.replace(/^<<-?/, "").trim();
    for (;;) {
      const end = this.#text.indexOf("\n", this.#at);
      const line = this.#text.slice(this.#at, end < 0 ? undefined : end);
      if (isWordAlone(line, word)) {
        this.#at += line.length;
        return this.#text.slice(from, this.#at);
      }
      while (!this.done && !this.sees("\n")) if (!this.#templateSigns()) this.#at += 1;
      if (!this.take("\n")) this.fail(`the end of the heredoc, ${word}`);
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return found;
  }
}
