/** The text is not in the native syntax, as far as this reader knows it. */
export class Unreadable extends Error {}

/** Walks through a file in the native syntax. It knows where an expression ends, not what it means. */
export class HclCursor {
  readonly #text: string;
  #at = 0;

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
      const comment = this.#match(/#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y);
      if (comment !== undefined) {
        text += comment.includes("\n") && open.length > 0 ? "\n" : " ";
        continue;
      }
      if (this.done) break;
      const char = this.#text.charAt(this.#at);
      if (open.length === 0 && ends.includes(char)) break;
      if (char === '"') text += this.#quoted();
      else if (this.sees("<<") && /^<<-?[\p{ID_Start}_]/u.test(this.#text.slice(this.#at, this.#at + 6))) text += this.#heredoc();
      else {
        if ("([{".includes(char)) open.push(char === "(" ? ")" : char === "[" ? "]" : "}");
        else if (")]}".includes(char) && open.pop() !== char) this.fail("balanced brackets");
        text += char;
        this.#at += 1;
      }
    }
    if (open.length > 0) this.fail(open.at(-1) ?? "a closing bracket");
    return text.trim() === "" ? this.fail("a value") : text.trim();
  }

  /** A quoted text with its quotes; what stands in `${ }` may have quotes of its own. */
  #quoted(): string {
    const from = this.#at++;
    for (;;) {
      if (this.done || this.sees("\n")) this.fail("a closing quote");
      if (this.take("$${") || this.take("%%{")) continue;
      if (this.take("${") || this.take("%{")) this.#template();
      else if (this.take("\\")) this.#at += 1;
      else if (this.take('"')) return this.#text.slice(from, this.#at);
      else this.#at += 1;
    }
  }

  #template(): void {
    for (let depth = 1; depth > 0; ) {
      if (this.done) this.fail("a closing brace of a template");
      if (this.sees('"')) {
        this.#quoted();
        continue;
      }
      if (this.sees("{")) depth += 1;
      if (this.sees("}")) depth -= 1;
      this.#at += 1;
    }
  }

  /** From `<<` to the line that holds its word alone. */
  #heredoc(): string {
    const from = this.#at;
    const [, word = ""] = /<<-?([^\s]+)[ \t\r]*\n/y.exec(this.#text.slice(from)) ?? this.fail("a line break after the heredoc's word");
    const lines = this.#text.slice(from).split("\n");
    const end = lines.findIndex((line, index) => index > 0 && line.trim() === word);
    if (end < 0) this.fail(`the end of the heredoc, ${word}`);
    const taken = lines.slice(0, end + 1).join("\n");
    this.#at += taken.length;
    return taken;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    return found;
  }
}
