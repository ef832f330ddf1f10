import type { Json } from "../../values/json.ts";
import type { Env } from "../../values/scope.ts";
import { constant } from "./constants.ts";
import { isList, isObject } from "./document.ts";
import { isExpression } from "./references.ts";

/** Expressions as values: constants are known, everything else is not. */
export function unfold(expressions: Json | undefined, names: Env | undefined, depth = 0): { readonly value: Json; readonly unknown: Json } {
  if (depth > 50) return { value: null, unknown: true };
  if (isList(expressions)) {
    const items = expressions.map((one) => unfold(one, names, depth + 1));
    return { value: items.map((one) => one.value), unknown: items.map((one) => one.unknown) };
  }
  if (!isObject(expressions)) return { value: null, unknown: expressions !== undefined };
  if (Object.hasOwn(expressions, "constant_value")) {
    const value = constant(expressions["constant_value"] ?? null, names);
    return { value: value ?? null, unknown: value === undefined };
  }
  // An expression of constants alone (`join("-", ["ovh", "us"])`) has neither value nor references.
  if (depth > 0 && (isExpression(expressions) || Object.keys(expressions).length === 0)) return { value: null, unknown: true };
  const parts = Object.entries(expressions).map(([key, one]) => [key, unfold(one, names, depth + 1)] as const);
  return {
    value: Object.fromEntries(parts.map(([key, one]) => [key, one.value])),
    unknown: Object.fromEntries(parts.map(([key, one]) => [key, one.unknown])),
  };
}
