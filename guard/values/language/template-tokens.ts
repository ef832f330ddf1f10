import type { Node } from "./ast.ts";
import { BLANK, isWordAlone } from "./blanks.ts";
import { type Cursor, type Read, Unreadable } from "./cursor.ts";

/** A part of a template, before directives are put together with what they enclose. */
export type Token =
  | { readonly type: "text"; value: string }
  | { readonly type: "interpolation"; readonly node: Node }
  | { readonly type: "if"; readonly condition: Node }
  | { readonly type: "for"; readonly keyName?: string; readonly valueName: string; readonly in: Node }
  | { readonly type: "else" | "endif" | "endfor" };

/** Where a template ends, and how it is written: a whole JSON string or file, a text in quotes, or the lines of a heredoc up to its word. */
export type Form = { readonly kind: "bare" } | { readonly kind: "quoted" } | { readonly kind: "heredoc"; readonly word: string };

/**
 * The parts of a template. Outside of quotes every line is a text of its own, as the engine has it: a strip marker (`~`) takes blanks of the text
 * beside it, and so never more than what is left of one line.
 */
export function templateTokens(cursor: Cursor, form: Form, expression: Read): Token[] {
  const tokens: Token[] = [];
  let [stripNext, text] = [false, ""];
  const flush = (): void => {
    if (text === "") return;
    tokens.push({ type: "text", value: stripNext ? text.replace(LEADING, "") : text });
    [stripNext, text] = [false, ""];
  };
  for (let lineBegins = true; ; ) {
    if (form.kind === "heredoc" && lineBegins && endsHeredoc(cursor, form.word)) break;
    lineBegins = false;
    if (cursor.done) {
      if (form.kind !== "bare") cursor.fail(form.kind === "quoted" ? "a closing quote" : `the end of the heredoc, ${form.word}`);
      break;
    }
    if (form.kind === "quoted" && cursor.take('"')) break;
    if (cursor.sees("$$${") || cursor.sees("%%%{")) throw new Unreadable("three signs before a brace are not followed");
    if (cursor.take("$${")) text += "${";
    else if (cursor.take("%%{")) text += "%{";
    else if (cursor.sees("${") || cursor.sees("%{")) {
      flush();
      const isDirective = cursor.take("%{");
      if (!isDirective) cursor.take("${");
      if (cursor.take("~")) stripBefore(tokens.at(-1));
      tokens.push(cursor.nested(() => (isDirective ? directive(cursor, expression) : { type: "interpolation", node: expression(cursor) })));
      cursor.blank();
      stripNext = cursor.take("~");
      cursor.expect("}");
    } else if (form.kind === "quoted") {
      if (cursor.sees("\n")) cursor.fail("a closing quote on the same line");
      text += cursor.take("\\") ? unescaped(cursor) : plain(cursor, '$%"\\\n');
    } else {
      text += plain(cursor, "$%\n");
      if (cursor.take("\n")) {
        text += "\n";
        flush();
        lineBegins = true;
      }
    }
  }
  flush();
  return tokens;
}

const LEADING = new RegExp(`^${BLANK}`);

/** A regular expression for the end of a text would try every blank in it. */
function stripBefore(token: Token | undefined): void {
  if (token?.type !== "text") return;
  let end = token.value.length;
  while (end > 0 && LEADING.exec(token.value.charAt(end - 1))?.[0] !== "") end--;
  token.value = token.value.slice(0, end);
}

/** How many blanks a text begins with; undefined: it is nothing but blanks and the end of a line. */
export function blanksBefore(text: string): number | undefined {
  const blanks = LEADING.exec(text)?.[0] ?? "";
  return blanks.length === text.length && text.endsWith("\n") ? undefined : blanks.length;
}

/** At the beginning of a line: whether it is the word that ends the heredoc. The line's end is left to whoever reads on. */
function endsHeredoc(cursor: Cursor, word: string): boolean {
  const end = cursor.source.indexOf("\n", cursor.at);
  if (end < 0 || !isWordAlone(cursor.source.slice(cursor.at, end), word)) return false;
  cursor.at = end;
  return true;
}

function directive(cursor: Cursor, expression: Read): Token {
  cursor.blank();
  const word = cursor.identifier();
  switch (word) {
    case "if":
      return { type: "if", condition: expression(cursor) };
    case "else":
    case "endif":
    case "endfor":
      return { type: word };
    case "for":
      return loop(cursor, expression);
    default:
      return cursor.fail("if, else, endif, for or endfor");
  }
}

function loop(cursor: Cursor, expression: Read): Token {
  const name = (): string => {
    cursor.blank();
    return cursor.identifier() ?? cursor.fail("a name");
  };
  const first = name();
  cursor.blank();
  const second = cursor.take(",") ? name() : undefined;
  cursor.blank();
  if (cursor.identifier() !== "in") cursor.fail('"in"');
  const over = expression(cursor);
  return { type: "for", ...(second !== undefined && { keyName: first }), valueName: second ?? first, in: over };
}

function plain(cursor: Cursor, stops: string): string {
  const from = cursor.at;
  // A sign that begins nothing is a sign.
  if (!cursor.sees("\n")) cursor.at++;
  while (!cursor.done && !stops.includes(cursor.source.charAt(cursor.at))) cursor.at++;
  return cursor.source.slice(from, cursor.at);
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

function unescaped(cursor: Cursor): string {
  const letter = cursor.source.charAt(cursor.at++);
  const digits = letter === "u" ? 4 : letter === "U" ? 8 : 0;
  if (digits > 0) {
    const hex = cursor.source.slice(cursor.at, cursor.at + digits);
    const code = /^[0-9a-fA-F]+$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : Number.NaN;
    if (!(code <= 0x10ffff)) cursor.fail("a Unicode escape");
    cursor.at += digits;
    return String.fromCodePoint(code);
  }
  return (Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined) ?? cursor.fail("an escape");
}
