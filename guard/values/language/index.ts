/** Terraform's expression language, as it stands in the strings of its JSON form. */
import type { Node } from "./ast.ts";
import { Cursor, Unreadable } from "./cursor.ts";
import { expression } from "./expression.ts";
import { template } from "./template.ts";

export type { BinaryOperator, ForNode, Node } from "./ast.ts";
export { SPLAT } from "./ast.ts";

const LONGEST = 64 * 1024;

/** Whether a string is more than itself. */
export function isTemplate(text: string): boolean {
  return text.includes("${") || text.includes("%{");
}

/** Reads a JSON string as Terraform does. Never throws: what cannot be read is an opaque node that says why. */
export function parseTemplate(text: string): Node {
  if (!isTemplate(text)) return { type: "literal", value: text };
  return attempt(text, (cursor) => template(cursor, { kind: "bare" }, expression));
}

/** Reads a bare expression, as `provider = ovh.us` or a variable's type has it. */
export function parseExpression(text: string): Node {
  return attempt(text, expression);
}

function attempt(text: string, read: (cursor: Cursor) => Node): Node {
  if (text.length > LONGEST) return { type: "opaque", cause: `an expression longer than ${LONGEST} characters is not followed` };
  const cursor = new Cursor(text);
  try {
    const node = read(cursor);
    cursor.blank();
    return cursor.done ? node : cursor.fail("the end");
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return {
      type: "opaque",
      cause: error.message.startsWith("expected") ? `the expression cannot be read: ${error.message}` : error.message,
    };
  }
}
