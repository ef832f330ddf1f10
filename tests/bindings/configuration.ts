import { Fn, Lazy, Token } from "cdktf";
import type { Attribute, Binding } from "../../bindings/generator/index.ts";
import type { Type } from "../../bindings/naming/types.ts";

/** What a configuration is made of: `required` only, or `all`; `tokens` puts references and functions where a value may be one. */
export interface Manner {
  readonly fill: "required" | "all";
  readonly tokens: boolean;
}

let counter = 0;
const every = (n: number) => counter++ % n === 0;

function primitive(name: "string" | "number" | "boolean" | "any", hint: string, manner: Manner): unknown {
  if (name === "string") {
    if (!manner.tokens) return `${hint}-${counter}`;
    return every(3)
      ? Token.asString(Fn.join("-", ["a", hint]))
      : every(2)
        ? Lazy.stringValue({ produce: () => `late-${hint}` })
        : `\${var.${hint}}`;
  }
  if (name === "number") return manner.tokens && every(2) ? Token.asNumber(Fn.max([1, 2])) : (counter++ % 7) + 1;
  if (name === "boolean") return manner.tokens && every(2) ? Fn.alltrue([true]) : every(2);
  return manner.tokens ? Fn.jsonencode({ a: 1 }) : { nested: [1, "two", { three: true }] };
}

/** A value for a type, as a program would give it. */
export function value(type: Type, binding: Binding, manner: Manner, hint: string, depth = 0): unknown {
  if (type.of === "simple") return primitive(type.name, hint, manner);
  if (type.of === "struct") {
    const struct = binding.structs[type.struct];
    if (struct === undefined) throw new Error(`${binding.tf}: no structure ${type.struct}`);
    if (manner.tokens && depth > 0 && !struct.isClass && every(5)) return Lazy.anyValue({ produce: () => ({ late: hint }) });
    return configuration(struct.attributes, binding, manner, depth + 1);
  }
  if (type.single) return value(type.element, binding, manner, hint, depth);
  if (type.of === "map")
    return { first: value(type.element, binding, manner, hint, depth), "Second Key": value(type.element, binding, manner, hint, depth) };
  if (manner.tokens && every(4)) {
    if (type.element.of === "simple" && type.element.name === "string") return Token.asList(Fn.split(",", "a,b"));
    return Lazy.anyValue({ produce: () => [] });
  }
  return [value(type.element, binding, manner, hint, depth), value(type.element, binding, manner, hint, depth)];
}

/** A configuration of all attributes that may be set, or of those that must be. */
export function configuration(attributes: readonly Attribute[], binding: Binding, manner: Manner, depth = 0): Record<string, unknown> {
  const chosen = attributes.filter((one) => one.required || (one.optional && manner.fill === "all"));
  return Object.fromEntries(chosen.map((one) => [one.property, value(one.type, binding, manner, one.tf, depth)]));
}
