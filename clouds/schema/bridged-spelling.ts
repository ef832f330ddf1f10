import type { PulumiSpelling } from "../contract/pulumi-names.ts";
import { camelCase } from "../contract/pulumi-spelling.ts";
import type { AttributeSchema, BlockSchema, NestedType, TypeSchema } from "./schema.ts";

/** How Pulumi's bridge spells a provider that has no package: what it does to lists. https://github.com/pulumi/pulumi-terraform-bridge, seen 2026-11-28. */
export function bridgedSpelling(block: BlockSchema): PulumiSpelling {
  const names: Record<string, string> = {};
  const single: string[] = [];
  walk(block, "");
  return { names, single };

  function walk({ attributes = {}, block_types: blocks = {} }: BlockSchema, prefix: string): void {
    const taken = new Set([...Object.keys(attributes), ...Object.keys(blocks)]);
    const list = (name: string): void => {
      // A plural that another attribute has already stays with that one.
      const many = plural(name);
      if (many !== name && !taken.has(many)) names[`${prefix}${name}`] = camelCase(many);
    };
    for (const [name, attribute] of Object.entries(attributes)) {
      if (isMany(attribute)) list(name);
      inner(attribute, `${prefix}${name}.`);
    }
    for (const [name, { nesting_mode: mode, max_items: most, block: within }] of Object.entries(blocks)) {
      if (mode === "list" || mode === "set") {
        if (most === 1) single.push(`${prefix}${name}`);
        else list(name);
      }
      walk(within, `${prefix}${name}.`);
    }
  }

  function inner({ type, nested_type: nested }: AttributeSchema, prefix: string): void {
    if (nested !== undefined) walk({ attributes: nested.attributes }, prefix);
    else if (type !== undefined) ofType(type, prefix);
  }

  function ofType(type: TypeSchema, prefix: string): void {
    if (typeof type === "string" || type[0] === "tuple") return;
    if (type[0] === "object")
      walk({ attributes: Object.fromEntries(Object.entries(type[1]).map(([name, one]) => [name, { type: one }])) }, prefix);
    else ofType(type[1], prefix);
  }
}

const MANY: ReadonlySet<string> = new Set(["list", "set"]);
const isMany = ({ type, nested_type: nested }: { readonly type?: TypeSchema; readonly nested_type?: NestedType }): boolean =>
  nested !== undefined ? MANY.has(nested.nesting_mode) : type !== undefined && typeof type !== "string" && MANY.has(type[0]);

/** The rules of English that the bridge's library knows, first that fits. */
const PLURALS: readonly (readonly [singular: RegExp, plural: string])[] = [
  [/(equipment|information|rice|money|species|series|fish|sheep)$/, "$1"],
  [/(matr|vert|ind)(?:ix|ex)$/, "$1ices"],
  [/(x|ch|ss|sh)$/, "$1es"],
  [/([^aeiouy]|qu)y$/, "$1ies"],
  [/([^f])fe$/, "$1ves"],
  [/([lr])f$/, "$1ves"],
  [/sis$/, "ses"],
  [/([ti])um$/, "$1a"],
  [/(alias|status|bus)$/, "$1es"],
  [/s$/, "s"],
  [/$/, "s"],
];

export function plural(name: string): string {
  const [rule, many] = PLURALS.find(([pattern]) => pattern.test(name)) ?? [/$/, ""];
  return name.replace(rule, many);
}
