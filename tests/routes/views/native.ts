import { type BlockSchema, loadSchema } from "../../../clouds/schema/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import type { Document } from "../documents/document.ts";

const schema = loadSchema("ovh");
const NO_BLOCKS: BlockSchema = {};

/** A program of the JSON syntax, written as a person would in the native one. Both mean the same, and an engine reads both. */
export function inNativeSyntax(program: Document): string {
  return Object.entries(program)
    .flatMap(([kind, content]) => topLevel(kind, content as Document))
    .join("\n");
}

function topLevel(kind: string, content: Document): readonly string[] {
  switch (kind) {
    case "locals":
      return [block("locals", Object.entries(content).map(attribute))];
    case "variable":
      return of(content).map(([name, { type, ...more }]) =>
        block(`variable "${name}"`, [...(type === undefined ? [] : [`type = ${type}`]), ...Object.entries(more).map(attribute)]),
      );
    case "provider":
      return Object.entries(content).flatMap(([name, blocks]) =>
        (blocks as readonly Document[]).map((one) => block(`provider "${name}"`, Object.entries(one).map(attribute))),
      );
    case "terraform":
      return [block("terraform", of(content).flatMap(setting))];
    case "resource":
    case "data":
      return of(content).flatMap(([type, ones]) =>
        of(ones).map(([name, one]) => {
          const described = kind === "data" ? schema.dataSource(type) : schema.resource(type);
          return block(`${kind} "${type}" "${name}"`, body(one, described?.block ?? NO_BLOCKS));
        }),
      );
    default:
      throw new Error(`nobody said how ${kind} is written`);
  }
}

const setting = ([name, content]: readonly [string, Document]): readonly string[] =>
  name === "backend"
    ? of(content).map(([type, one]) => block(`backend "${type}"`, Object.entries(one).map(attribute)))
    : [block(name, Object.entries(content).map(attribute))];

/** What a block says: attributes, blocks in it, and blocks that are made for each of something. */
function body(one: Document, { block_types: blocks = {} }: BlockSchema): readonly string[] {
  return Object.entries(one).flatMap(([name, value]) => {
    if (name === "provider") return [`provider = ${value}`];
    const inner = blocks[name];
    if (inner !== undefined) return list(value).map((each) => block(name, body(each, inner.block)));
    if (name !== "dynamic") return [attribute([name, value])];
    return of(value as Document).map(([label, { content, ...more }]) =>
      block(`dynamic "${label}"`, [
        ...Object.entries(more).map(attribute),
        block("content", body(content as Document, blocks[label]?.block ?? NO_BLOCKS)),
      ]),
    );
  });
}

const block = (head: string, lines: readonly string[]): string => `${head} {\n${lines.join("\n")}\n}`;
const attribute = ([name, value]: readonly [string, Json]): string => `${name} = ${expression(value)}`;
const of = (document: Document): readonly (readonly [string, Document])[] => Object.entries(document) as [string, Document][];
const list = (value: Json): readonly Document[] => (Array.isArray(value) ? value : [value]) as readonly Document[];

function expression(value: Json): string {
  if (typeof value === "string") return template(value);
  if (Array.isArray(value)) return `[${value.map(expression).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{\n${Object.entries(value)
    .map(([key, one]) => `${JSON.stringify(key)} = ${expression(one)}`)
    .join("\n")}\n}`;
}

/** A template of the JSON syntax: what it interpolates alone is an expression, else what stands around it is escaped as a quoted text asks. */
function template(text: string): string {
  const parts = [...partsOf(text)];
  const [only] = parts;
  if (parts.length === 1 && only?.isCode === true && only.text.startsWith("${")) return `(${only.text.slice(2, -1)})`;
  return `"${parts.map(({ text: part, isCode }) => (isCode ? part : JSON.stringify(part).slice(1, -1))).join("")}"`;
}

/** Texts as they stand, with `$${` in them, and what is in `${…}` and `%{…}`, brackets and texts of its own included. */
function* partsOf(text: string): Generator<{ readonly text: string; readonly isCode: boolean }> {
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith("$${", at) || text.startsWith("%%{", at)) at += 2;
    else if (text.startsWith("${", at) || text.startsWith("%{", at)) {
      if (at > from) yield { text: text.slice(from, at), isCode: false };
      from = behind(text, at + 2);
      yield { text: text.slice(at, from), isCode: true };
      at = from - 1;
    }
  }
  if (from < text.length) yield { text: text.slice(from), isCode: false };
}

function behind(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') at = closing(text, at);
    else if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  throw new Error(`${text} has no end`);
}

function closing(text: string, open: number): number {
  let at = open + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
