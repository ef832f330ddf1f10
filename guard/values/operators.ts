import { boolean, equal, number } from "./convert.ts";
import type { Json } from "./json.ts";
import type { BinaryOperator } from "./language/index.ts";
import { FAILS, lift, type Operation } from "./lift.ts";
import { settle } from "./settle.ts";
import { knownTerm, type Term } from "./term.ts";

const BINARY: Readonly<Record<Exclude<BinaryOperator, "&&" | "||">, Operation>> = {
  "==": (a, b) => equal(a ?? null, b ?? null),
  "!=": (a, b) => {
    const same = equal(a ?? null, b ?? null);
    return same === undefined ? undefined : !same;
  },
  "<": compare((a, b) => a < b),
  "<=": compare((a, b) => a <= b),
  ">": compare((a, b) => a > b),
  ">=": compare((a, b) => a >= b),
  "+": compute((a, b) => a + b),
  "-": compute((a, b) => a - b),
  "*": compute((a, b) => a * b),
  "/": compute((a, b) => a / b),
  "%": compute((a, b) => a % b),
};

export function binary(operator: BinaryOperator, left: Term, right: Term): Term {
  if (operator === "&&" || operator === "||") return logical(operator, left, right);
  return lift(operator, BINARY[operator], [left, right]);
}

/** One side can be enough. */
function logical(operator: "&&" | "||", left: Term, right: Term): Term {
  const decisive = operator === "||";
  for (const side of [left, right]) {
    const value = settle(side);
    if (value.kind === "known" && boolean(value.value) === decisive) return knownTerm(decisive, value.chain);
  }
  return lift(
    operator,
    (a, b) => {
      const [x, y] = [boolean(a), boolean(b)];
      if (x === undefined || y === undefined) return FAILS;
      return decisive ? x || y : x && y;
    },
    [left, right],
  );
}

export function unary(operator: "!" | "-", of: Term): Term {
  if (operator === "-") return lift("-", (value) => negate(number(value)), [of]);
  return lift(
    "!",
    (value) => {
      const truth = boolean(value);
      return truth === undefined ? FAILS : !truth;
    },
    [of],
  );
}

function negate(value: number | undefined): Json | typeof FAILS {
  return value === undefined ? FAILS : 0 - value;
}

function compare(holds: (a: number, b: number) => boolean): Operation {
  return (a, b) => {
    const [x, y] = [number(a), number(b)];
    return x === undefined || y === undefined ? FAILS : holds(x, y);
  };
}

/** Whole numbers only: the engine computes fractions with more digits than we have. */
function compute(result: (a: number, b: number) => number): Operation {
  return (a, b) => {
    const [x, y] = [number(a), number(b)];
    if (x === undefined || y === undefined) return FAILS;
    const computed = result(x, y);
    return Number.isSafeInteger(x) && Number.isSafeInteger(y) && Number.isSafeInteger(computed) ? computed : undefined;
  };
}
