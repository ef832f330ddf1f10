import type { ForNode, Node } from "./ast.ts";
import type { Cursor, Read } from "./cursor.ts";

/** `[…]`, `{…}` and the two `for` expressions, if one begins here. */
export function collection(cursor: Cursor, expression: Read): Node | undefined {
  if (cursor.take("[")) return loop(cursor, "]", expression) ?? tuple(cursor, expression);
  if (cursor.take("{")) return loop(cursor, "}", expression) ?? object(cursor, expression);
  return undefined;
}

function tuple(cursor: Cursor, expression: Read): Node {
  const items: Node[] = [];
  for (;;) {
    cursor.blank();
    if (cursor.take("]")) return { type: "tuple", items };
    items.push(expression(cursor));
    cursor.blank();
    if (!cursor.take(",") && !cursor.sees("]")) cursor.fail('"," or "]"');
  }
}

function object(cursor: Cursor, expression: Read): Node {
  const entries: { key: Node; value: Node }[] = [];
  for (;;) {
    cursor.blank();
    if (cursor.take("}")) return { type: "object", entries };
    const key = objectKey(cursor, expression);
    cursor.blank();
    if (!cursor.take("=") && !cursor.take(":")) cursor.fail('"="');
    entries.push({ key, value: expression(cursor) });
    // A line's end separates as well; the expression has read over it.
    const line = endsLine(cursor) || cursor.blank();
    if (!cursor.take(",") && !line && !cursor.sees("}")) cursor.fail('"," or "}"');
  }
}

/** A bare word is a key by its name; anything else is an expression. */
function objectKey(cursor: Cursor, expression: Read): Node {
  const start = cursor.at;
  const name = cursor.identifier();
  if (name !== undefined) {
    cursor.blank();
    if (cursor.sees(":") || (cursor.sees("=") && !cursor.sees("=="))) return { type: "literal", value: name };
    cursor.at = start;
  }
  return expression(cursor);
}

function endsLine(cursor: Cursor): boolean {
  let at = cursor.at - 1;
  while (at >= 0 && " \t\r".includes(cursor.source.charAt(at))) at--;
  return cursor.source.charAt(at) === "\n";
}

function loop(cursor: Cursor, close: "]" | "}", expression: Read): ForNode | undefined {
  const start = cursor.at;
  cursor.blank();
  if (cursor.identifier() !== "for") {
    cursor.at = start;
    return undefined;
  }
  cursor.blank();
  const first = cursor.identifier();
  if (first === undefined) {
    // An object may have a key named "for".
    cursor.at = start;
    return undefined;
  }
  cursor.blank();
  let second: string | undefined;
  if (cursor.take(",")) {
    cursor.blank();
    second = cursor.identifier() ?? cursor.fail("a name");
    cursor.blank();
  }
  if (cursor.identifier() !== "in") cursor.fail('"in"');
  const over = expression(cursor);
  cursor.expect(":");
  let each = expression(cursor);
  let by: Node | undefined;
  if (close === "}") {
    cursor.expect("=>");
    by = each;
    each = expression(cursor);
  }
  cursor.blank();
  const group = close === "}" && cursor.take("...");
  cursor.blank();
  const before = cursor.at;
  const condition = cursor.identifier() === "if" ? expression(cursor) : undefined;
  if (condition === undefined) cursor.at = before;
  cursor.expect(close);
  return {
    type: "for",
    ...(second === undefined ? {} : { keyName: first }),
    valueName: second ?? first,
    in: over,
    ...(by === undefined ? {} : { by }),
    each,
    ...(condition === undefined ? {} : { if: condition }),
    group,
  };
}
