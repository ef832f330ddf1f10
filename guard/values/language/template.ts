import type { Node } from "./ast.ts";
import { type Cursor, type Read, Unreadable } from "./cursor.ts";

/**
 * Text with `${…}` in it: up to the end of the source for a whole JSON string, up to the closing quote inside an expression. Escapes of the
 * quoted form are undone there only; in a JSON string, JSON has done it.
 */
export function template(cursor: Cursor, quoted: boolean, expression: Read): Node {
  const parts: Node[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") parts.push({ type: "literal", value: text });
    text = "";
  };
  for (;;) {
    if (cursor.done) {
      if (quoted) cursor.fail("a closing quote");
      break;
    }
    if (quoted && cursor.take('"')) break;
    if (cursor.sees("$$${") || cursor.sees("%%%{")) throw new Unreadable("three signs before a brace are not followed");
    if (cursor.take("$${")) text += "${";
    else if (cursor.take("%%{")) text += "%{";
    else if (cursor.take("${")) {
      flush();
      if (cursor.sees("~")) throw new Unreadable("a template that trims blanks (~) is not followed");
      parts.push(cursor.nested(() => expression(cursor)));
      cursor.expect("}");
    } else if (cursor.sees("%{")) throw new Unreadable("a template directive (%{ … }) is not followed");
    else if (quoted && cursor.sees("\n")) cursor.fail("a closing quote on the same line");
    else if (quoted && cursor.take("\\")) text += unescaped(cursor);
    else text += plain(cursor, quoted);
  }
  flush();
  const [only] = parts;
  if (parts.length === 0 || only === undefined) return { type: "literal", value: "" };
  // A single interpolation keeps its type, and one literal is no template.
  return parts.length === 1 ? only : { type: "template", parts };
}

function plain(cursor: Cursor, quoted: boolean): string {
  const from = cursor.at++;
  const stops = quoted ? '$%"\\\n' : "$%";
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
