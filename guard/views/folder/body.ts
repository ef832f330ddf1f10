/** Reads Terraform's native syntax into Terraform's JSON, which means the same: one reader then judges both. */
import type { Json } from "../../values/json.ts";
import { constants } from "./constants.ts";
import { expressionJson } from "./expression.ts";
import { HclCursor } from "./hcl-cursor.ts";

export type JsonBody = { readonly [key: string]: Json };

/** Bytes of a file in the native syntax, which people write: a generator writes JSON. */
export const LARGEST_NATIVE = 32 * 1024 * 1024;

/** Terraform's own limit is far lower; a file that goes deeper is somebody's trap. */
const DEEPEST = 100;

/**
 * A whole file as one body. Blocks stand in lists under their labels, as the JSON syntax has them; expressions become `${…}`.
 *
 * @throws Unreadable when it is not in the native syntax
 */
export function bodyOf(text: string): JsonBody {
  const cursor = new HclCursor(text.replace(/^\uFEFF/, ""));
  return readBody(cursor, "", 0);
}

/** `within`: the type of the block; empty for the file itself. */
function readBody(cursor: HclCursor, within: string, depth: number): JsonBody {
  const inBlock = within !== "";
  if (depth > DEEPEST) cursor.fail(`blocks nested at most ${DEEPEST} deep`);
  const body: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (;;) {
    cursor.blank();
    if (cursor.done) return inBlock ? cursor.fail("a closing brace") : body;
    if (inBlock && cursor.take("}")) return body;
    const name = cursor.identifier();
    cursor.spaces();
    if (cursor.sees("=") && !cursor.sees("==")) {
      cursor.take("=");
      if (Object.hasOwn(body, name)) cursor.fail(`${name} once`);
      const expression = cursor.expression(inBlock ? "\n}" : "\n");
      body[name] = argumentOf(expression, within, name);
    } else addBlock(body, name, readLabels(cursor), readBody(cursor, name, depth + 1), cursor);
  }
}

function argumentOf(expression: string, within: string, name: string): Json {
  // A type is no value: the JSON syntax has it as plain text.
  if (within === "variable" && name === "type") return typeText(expression);
  // Outside of all blocks stand the values of variables, in files of their own.
  const isConstant = within === "" || (within === "variable" && name === "default");
  return isConstant ? constants(expressionJson(expression)) : expressionJson(expression);
}

/** In quotes, as Terraform 0.11 had it, a list or a map is one of texts. */
function typeText(expression: string): string {
  const [, word] = /^"(string|list|map)"$/.exec(expression) ?? [];
  return word === undefined ? expression : word === "string" ? word : `${word}(string)`;
}

function readLabels(cursor: HclCursor): readonly string[] {
  const labels: string[] = [];
  for (;;) {
    cursor.spaces();
    if (cursor.take("{")) return labels;
    labels.push(cursor.sees('"') ? cursor.label() : cursor.identifier());
  }
}

/** `resource "a" "b" {}` is `{ resource: [{ a: { b: {} } }] }`. */
function addBlock(into: Record<string, Json>, type: string, labels: readonly string[], body: JsonBody, cursor: HclCursor): void {
  const labelled = labels.reduceRight<Json>((inner, label) => ({ [label]: inner }), body);
  const present = into[type];
  if (present === undefined) into[type] = [labelled];
  else if (Array.isArray(present)) into[type] = [...present, labelled];
  else cursor.fail(`${type} as an attribute or as blocks, not both`);
}
