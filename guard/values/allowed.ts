import { evaluate } from "./evaluate.ts";
import { alternatives } from "./functions/regex.ts";
import type { Json } from "./json.ts";
import type { Node } from "./language/index.ts";
import type { Env } from "./scope.ts";
import { settle } from "./settle.ts";
import { isList } from "./term.ts";

/**
 * The things for which a validation's condition can hold, where the condition is plainly a list of them: `contains([…], var.x)`, `var.x == "a"`,
 * `can(regex("^(a|b)$", var.x))`, and `&&` and `||` of such. Undefined: it allows more than can be listed.
 */
export function allowed(condition: Node, variable: string, env: Env): readonly Json[] | undefined {
  if (condition.type === "binary") {
    const { operator, left, right } = condition;
    if (operator === "==")
      return isVariable(left, variable) ? single(right, env) : isVariable(right, variable) ? single(left, env) : undefined;
    if (operator !== "&&" && operator !== "||") return undefined;
    const [one, other] = [allowed(left, variable, env), allowed(right, variable, env)];
    if (operator === "||") return one !== undefined && other !== undefined ? [...one, ...other] : undefined;
    return one !== undefined && other !== undefined ? one.filter((value) => other.includes(value)) : (one ?? other);
  }
  if (condition.type !== "call" || condition.expand) return undefined;
  const [first, second] = condition.args;
  if (condition.name === "contains" && first !== undefined && second !== undefined && isVariable(second, variable)) {
    const list = settle(evaluate(first, env));
    return list.kind === "known" && isList(list.value) && list.value.every((one) => typeof one === "string") ? list.value : undefined;
  }
  if (condition.name === "can" && first?.type === "call" && first.name === "regex") {
    const [pattern, subject] = first.args;
    return pattern?.type === "literal" && typeof pattern.value === "string" && subject !== undefined && isVariable(subject, variable)
      ? alternatives(pattern.value)
      : undefined;
  }
  return undefined;
}

function isVariable(node: Node, name: string): boolean {
  return node.type === "attribute" && node.name === name && node.of.type === "name" && node.of.name === "var";
}

function single(node: Node, env: Env): readonly Json[] | undefined {
  const value = settle(evaluate(node, env));
  return value.kind === "known" && typeof value.value === "string" ? [value.value] : undefined;
}
