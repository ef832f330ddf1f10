import { isExact } from "../../values/exact-number.ts";
import type { Json } from "../../values/json.ts";
import { isTemplate } from "../../values/language/index.ts";

/** Each level is read once more by the next one: what nests deeper stays an expression. */
const DEEPEST = 100;

/** An expression in the JSON syntax: literals as they are, everything else as `${…}`. */
export function expressionJson(text: string, depth = 0): Json {
  if (text === "null") return null;
  const nested = depth < DEEPEST ? (object(text, depth) ?? list(text, depth)) : undefined;
  return nested ?? literal(text) ?? heredoc(text) ?? `\${${text}}`;
}

function literal(text: string): Json | undefined {
  if (text === "true") return true;
  if (text === "false") return false;
  if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) && isExact(text)) return Number(text);
  // A text without templates, with no escapes but those that JSON has as well, and without control characters, which JSON does not take.
  if (/^"(?:[^"\\$%\p{Cc}]|\\[nrt"\\]|[$%](?!\{)(?![$%]))*"$/u.test(text)) return JSON.parse(text) as string;
  return undefined;
}

/** One of which a template decides how far its lines are moved stays an expression, in which its last line has to end. */
function heredoc(text: string): Json | undefined {
  const [, dash, word, content] = /^<<(-?)(\S+)[ \t\r]*\n([\s\S]*)$/.exec(text) ?? [];
  if (word === undefined || content === undefined) return undefined;
  const lines = content.split("\n");
  if (lines.at(-1)?.trim() !== word) return undefined;
  if (dash === "-" && isTemplate(content)) return `\${${text}\n}`;
  const body = lines.slice(0, -1);
  const isBlank = (line: string): boolean => line.trim() === "";
  const indent = dash === "" ? 0 : Math.min(...body.filter((line) => !isBlank(line)).map((line) => line.length - line.trimStart().length));
  return body.map((line) => `${isBlank(line) ? line : line.slice(indent)}\n`).join("");
}

/** Names before `=` or `:`, values up to a comma or the end of the line; anything cleverer stays an expression. */
function object(text: string, depth: number): Json | undefined {
  if (!text.startsWith("{") || /^\{\s*for\b/.test(text)) return undefined;
  const made: [string, Json][] = [];
  for (const part of parts(text.slice(1, -1)) ?? [""]) {
    const [, quoted, bare, value] = /^(?:"([^"\\$%]*)"|([\p{ID_Start}_][\p{ID_Continue}-]*))\s*[=:](?!=)\s*([\s\S]+)$/u.exec(part) ?? [];
    const key = quoted ?? bare;
    if (key === undefined || value === undefined || key === "__proto__") return undefined;
    made.push([key, expressionJson(value.trim(), depth + 1)]);
  }
  return Object.fromEntries(made);
}

function list(text: string, depth: number): Json | undefined {
  if (!text.startsWith("[") || /^\[\s*for\b/.test(text)) return undefined;
  const found = parts(text.slice(1, -1), false);
  return found?.map((part) => expressionJson(part, depth + 1));
}

/** Splits at commas, and at line breaks where they count, outside of brackets and quotes. Undefined: it is no such collection, or has a heredoc. */
function parts(text: string, lines = true): readonly string[] | undefined {
  const found: string[] = [];
  let depth = 0;
  let part = "";
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|<<|[\s\S]/g)) {
    // A quote within a template within quotes: too clever for here.
    if (token === "<<" || (token.length > 1 && /[$%]\{/.test(token))) return undefined;
    if ("([{".includes(token)) depth += 1;
    else if (")]}".includes(token)) depth -= 1;
    if (depth < 0) return undefined;
    if (depth === 0 && (token === "," || (lines && token === "\n"))) {
      if (part.trim() !== "") found.push(part.trim());
      part = "";
    } else part += token;
  }
  if (part.trim() !== "") found.push(part.trim());
  return found;
}
