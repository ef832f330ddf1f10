import { type Node, SPLAT } from "./ast.ts";
import { type Cursor, type Read, Unreadable } from "./cursor.ts";

const LONGEST = 60;

/** What follows an operand: `.name`, `.0`, `[key]`, `.*`, `[*]`. */
export function postfix(cursor: Cursor, operand: Node, from: number, expression: Read): Node {
  let node = operand;
  for (let steps = 0; ; steps++) {
    const before = cursor.at;
    cursor.blank();
    if (steps > LONGEST) throw new Unreadable(`it has more than ${LONGEST} steps`);
    const next = cursor.sees("...") ? undefined : (splat(cursor, node, from, expression) ?? step(cursor, node, from, expression));
    if (next === undefined) {
      cursor.at = before;
      return node;
    }
    node = next;
  }
}

function step(cursor: Cursor, of: Node, from: number, expression: Read): Node | undefined {
  if (cursor.take(".")) {
    cursor.blank();
    const digits = /\d+/y;
    digits.lastIndex = cursor.at;
    const legacy = digits.exec(cursor.source)?.[0];
    if (legacy !== undefined) {
      cursor.at += legacy.length;
      return { type: "index", of, key: { type: "literal", value: Number(legacy) }, text: cursor.source.slice(from, cursor.at) };
    }
    const name = cursor.identifier() ?? cursor.fail("an attribute's name");
    return { type: "attribute", of, name, text: cursor.source.slice(from, cursor.at) };
  }
  if (!cursor.take("[")) return undefined;
  const key = expression(cursor);
  cursor.expect("]");
  return { type: "index", of, key, text: cursor.source.slice(from, cursor.at) };
}

/** `[*]` takes every following step with it, `.*` the following names only. */
function splat(cursor: Cursor, of: Node, from: number, expression: Read): Node | undefined {
  const start = cursor.at;
  const full = cursor.take("[");
  if (full || cursor.take(".")) {
    cursor.blank();
    if (cursor.take("*")) {
      if (full) cursor.expect("]");
      let each: Node = { type: "name", name: SPLAT, text: SPLAT };
      const rest = cursor.at;
      for (let steps = 0; ; steps++) {
        if (steps > LONGEST) throw new Unreadable(`it has more than ${LONGEST} steps`);
        if (cursor.sees("...") || cursor.sees("[*") || cursor.sees(".*") || !(cursor.sees(".") || (full && cursor.sees("[")))) break;
        each = step(cursor, each, rest, expression) ?? each;
      }
      return { type: "splat", of, each, text: cursor.source.slice(from, cursor.at) };
    }
  }
  cursor.at = start;
  return undefined;
}
