import type { BinaryOperator, Node } from "./ast.ts";
import { collection } from "./collection.ts";
import { type Cursor, Unreadable } from "./cursor.ts";
import { postfix } from "./postfix.ts";
import { heredoc, template } from "./template.ts";

const OPERATORS: readonly (readonly [BinaryOperator, number])[] = [
  ["||", 1],
  ["&&", 2],
  ["==", 3],
  ["!=", 3],
  ["<=", 4],
  [">=", 4],
  ["<", 4],
  [">", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
  ["%", 6],
];

/** Reads one expression, conditionals included. */
export function expression(cursor: Cursor): Node {
  return cursor.nested(() => {
    const condition = binary(cursor, 1);
    cursor.blank();
    if (!cursor.take("?")) return condition;
    const then = expression(cursor);
    cursor.expect(":");
    return { type: "conditional", if: condition, then, else: expression(cursor) };
  });
}

/** Pratt's way: operands joined as long as the operator binds at least as tightly as asked. */
function binary(cursor: Cursor, tightness: number): Node {
  let left = unary(cursor);
  for (let operands = 0; ; operands++) {
    cursor.blank();
    const found = OPERATORS.find(([operator, power]) => power >= tightness && cursor.sees(operator));
    if (found === undefined) return left;
    // A chain of operators is a left-leaning tree: its length is its depth.
    if (operands > 200) throw new Unreadable("it joins more than 200 operands");
    const [operator, power] = found;
    cursor.take(operator);
    left = { type: "binary", operator, left, right: cursor.nested(() => binary(cursor, power + 1)) };
  }
}

function unary(cursor: Cursor): Node {
  cursor.blank();
  for (const operator of ["!", "-"] as const) {
    if (cursor.take(operator)) return { type: "unary", operator, of: cursor.nested(() => unary(cursor)) };
  }
  const from = cursor.at;
  return postfix(cursor, primary(cursor), from, expression);
}

function primary(cursor: Cursor): Node {
  const from = cursor.at;
  if (cursor.take("(")) {
    const inner = expression(cursor);
    cursor.expect(")");
    return inner;
  }
  if (cursor.take('"')) return cursor.nested(() => template(cursor, { kind: "quoted" }, expression));
  if (cursor.sees("<<")) return cursor.nested(() => heredoc(cursor, expression));
  const made = collection(cursor, expression);
  if (made !== undefined) return made;
  const number = cursor.number();
  if (number !== undefined) return { type: "literal", value: number };
  const name = cursor.identifier();
  if (name === undefined) return cursor.fail("an expression");
  return named(cursor, name, from);
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

function named(cursor: Cursor, first: string, from: number): Node {
  let name = first;
  while (cursor.take("::")) name += `::${cursor.identifier() ?? cursor.fail("a function's name")}`;
  const after = cursor.at;
  if (!cursor.blank() && cursor.take("(")) return call(cursor, name);
  cursor.at = after;
  if (name.includes("::")) return cursor.fail('"("');
  const word = WORDS.get(name);
  return word === undefined ? { type: "name", name, text: cursor.source.slice(from, after) } : { type: "literal", value: word };
}

function call(cursor: Cursor, name: string): Node {
  const args: Node[] = [];
  for (;;) {
    cursor.blank();
    if (cursor.take(")")) return { type: "call", name, args, expand: false };
    args.push(expression(cursor));
    cursor.blank();
    if (cursor.take("...")) {
      cursor.expect(")");
      return { type: "call", name, args, expand: true };
    }
    if (!cursor.take(",")) {
      cursor.expect(")");
      return { type: "call", name, args, expand: false };
    }
  }
}
