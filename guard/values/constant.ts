import type { Json } from "./json.ts";
import type { Node } from "./language/index.ts";

/**
 * What an expression says that asks nobody: literals, and lists and objects of them, as the engine has them in a type's `optional`. Undefined: it is
 * more than that.
 */
export function constantOf(node: Node): Json | undefined {
  switch (node.type) {
    case "literal":
      return node.value;
    case "unary": {
      const value = constantOf(node.of);
      return node.operator === "-" && typeof value === "number" ? -value : undefined;
    }
    case "tuple": {
      const items = node.items.map(constantOf);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case "object": {
      const found: [string, Json][] = [];
      for (const { key, value } of node.entries) {
        const item = constantOf(value);
        if (key.type !== "literal" || item === undefined) return undefined;
        found.push([String(key.value), item]);
      }
      return Object.fromEntries(found);
    }
    default:
      return undefined;
  }
}
