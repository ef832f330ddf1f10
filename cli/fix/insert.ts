import type { SourceAttribute, SourceBody } from "../../guard/views/folder/outline.ts";

/** What stands between two offsets of a text, and what comes in its stead. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Writes one attribute more into a block, aligned as `terraform fmt` has it, without moving its neighbours. */
export function insertAttribute(text: string, body: SourceBody, name: string, value: string): Change {
  const eol = lineBreak(text);
  const firstBlock = body.blocks[0]?.at ?? body.to;
  const last = body.attributes.findLast(({ at }) => at < firstBlock);
  if (!text.slice(body.from, body.to).includes("\n")) return opened(text, body, `${name} = ${value}`);
  if (last === undefined) {
    const at = endOfLine(text, body.from);
    return { from: at, to: at, text: `${indentAt(text, body.to)}  ${name} = ${value}${eol}` };
  }
  const indent = indentAt(text, last.at);
  const at = endOfLine(text, last.to);
  const width = last.sign - last.at;
  const oneLine = !text.slice(last.at, last.to).includes("\n");
  const alone = oneLine && name.length + 1 > width;
  const padded = oneLine && !alone ? name.padEnd(width) : `${name} `;
  const before = at > 0 && text[at - 1] !== "\n" ? eol : "";
  return { from: at, to: at, text: `${before}${alone ? eol : ""}${indent}${padded}= ${value}${eol}` };
}

/** Writes a block with one attribute at the end of another. */
export function insertBlock(text: string, body: SourceBody, name: string, child: string, value: string): Change {
  const eol = lineBreak(text);
  const outer = indentAt(text, body.to);
  const lines = (indent: string): string => `${indent}${name} {${eol}${indent}  ${child} = ${value}${eol}${indent}}`;
  if (!text.slice(body.from, body.to).includes("\n")) return opened(text, body, lines(`${outer}  `).trimStart());
  const from = startOfLine(text, body.to);
  const empty = body.attributes.length + body.blocks.length === 0;
  return { from, to: from, text: `${empty ? "" : eol}${lines(`${outer}  `)}${eol}` };
}

/** Writes one member more into an object. */
export function insertMember(text: string, body: SourceBody, name: string, value: string): Change {
  const last = body.attributes.at(-1);
  const sign = last === undefined ? " = " : signOf(text, last);
  if (last === undefined) return { from: body.from, to: body.to, text: ` ${name}${sign}${value} ` };
  // The closing brace may share the line of the last member.
  if (!text.slice(last.to, body.to).includes("\n")) return { from: last.to, to: last.to, text: `, ${name}${sign}${value}` };
  const eol = lineBreak(text);
  const at = endOfLine(text, last.to);
  const width = last.sign - last.at;
  const fits = sign === " = " && name.length + 1 <= width;
  const comma = text.slice(last.to, at).trimStart().startsWith(",") ? "," : "";
  return {
    from: at,
    to: at,
    text: `${indentAt(text, last.at)}${fits ? `${name.padEnd(width)}= ` : `${name}${sign}`}${value}${comma}${eol}`,
  };
}

/** A block on one line has room for one attribute only. */
function opened(text: string, { from, to }: SourceBody, line: string): Change {
  const eol = lineBreak(text);
  const indent = indentAt(text, from);
  const present = text.slice(from, to).trim();
  const lines = [...(present === "" ? [] : [present]), line].map((one) => `${indent}  ${one}`);
  return { from, to, text: `${eol}${lines.join(eol)}${eol}${indent}` };
}

const lineBreak = (text: string): string => (text.includes("\r\n") ? "\r\n" : "\n");
const startOfLine = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
const indentAt = (text: string, at: number): string => /^[ \t]*/.exec(text.slice(startOfLine(text, at)))?.[0] ?? "";
const signOf = (text: string, { sign }: SourceAttribute): string => (text[sign] === ":" ? ": " : " = ");

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}
