import type { LoadedSchema } from "../../clouds/schema/load.ts";
import type { Schema } from "../../clouds/schema/schema.ts";
import { camelCase, pascalCase, snakeCase } from "../naming/case.ts";
import type { Kind } from "../naming/descriptor.ts";
import { withoutLoops } from "./loops.ts";
import type { Binding } from "./model.ts";
import { distinct, StructTable } from "./structs.ts";

// No name for a class or for `export * as`, in one language or another that cdktf serves.
const RESERVED = new Set(
  "string object function implements interface let package private protected public static yield await license version".split(" "),
);

const sanitized = (base: string, isProvider: boolean) =>
  RESERVED.has(base.toLowerCase()) || (!isProvider && base === "provider") ? `${base}_resource` : base;

/** Gives every name once: classes by adding an `A`, import paths so that they differ in more than case. */
function namer() {
  const classes = new Set<string>();
  const paths = new Map<string, string>();
  return {
    unique(name: string): string {
      const free = classes.has(name) ? `${name}A` : name;
      classes.add(free);
      return free;
    },
    base(name: string): string {
      const pascal = pascalCase(name);
      const taken = paths.get(pascal.toLowerCase());
      if (taken !== undefined && taken !== pascal) return this.base(`${name}A`);
      paths.set(pascal.toLowerCase(), pascal);
      return name;
    },
  };
}

function path(provider: string, base: string): string {
  if (base === "index") return "index-resource";
  return base === `${provider}_provider` ? "provider" : snakeCase(base).replaceAll("_", "-");
}

/** Every class that a provider's schema calls for. The order decides who keeps a disputed name. */
export function bindingsOf(schema: LoadedSchema): readonly Binding[] {
  const provider = schema.address.split("/")[1] ?? schema.address;
  const names = namer();
  const binding = (kind: Kind, tf: string, type: string, block: Schema["block"]): Binding => {
    const own = type.startsWith(`${provider}_`) ? type.slice(provider.length + 1) : type;
    const base = names.base(sanitized(kind === "provider" ? `${provider}_${own}` : own, kind === "provider"));
    const className = names.unique(pascalCase(base));
    const configName = names.unique(`${className}Config`);
    const table = new StructTable(names.unique);
    const attributes = table.ofBlock(base, block);
    const folder = path(provider, base);
    const found = withoutLoops({
      kind,
      tf,
      className,
      configName,
      path: folder,
      namespace: camelCase(folder),
      attributes,
      structs: table.structs,
    });
    return { ...found, attributes: distinct(found.attributes) };
  };
  const all = (kind: Kind, prefix: string, types: readonly string[], read: (type: string) => Schema | undefined) =>
    types.map((type) => binding(kind, type, `${prefix}${type}`, read(type)?.block ?? {}));
  const { attributes, block_types } = schema.provider.block;
  const aliased = { ...attributes, alias: { type: "string", optional: true } } as const;
  return [
    ...all("resource", "", schema.resourceTypes, schema.resource),
    ...all("data", "data_", schema.dataSourceTypes, schema.dataSource),
    ...all("ephemeral", "ephemeral_", schema.ephemeralTypes, schema.ephemeral),
    binding("provider", provider, "provider", { attributes: aliased, ...(block_types && { block_types }) }),
  ];
}
