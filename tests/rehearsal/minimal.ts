import type { Demand } from "../../clouds/contract/rehearsal.ts";
import { REHEARSALS } from "../../clouds/registry/rehearsals.ts";
import {
  type AttributeSchema,
  type BlockSchema,
  type LoadedSchema,
  loadSchema,
  type NestedType,
  type TypeSchema,
} from "../../clouds/schema/index.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Values that begin so are taken for made up: no table of a cloud refuses them. */
const text = (name: string): string => `rehearsal-${name.replaceAll("_", "-")}`;

function exampleOf(type: TypeSchema, name: string): Json {
  if (type === "string") return text(name);
  if (type === "number") return 7;
  if (type === "bool") return true;
  if (typeof type === "string") return null;
  if (type[0] === "object") return Object.fromEntries(Object.entries(type[1]).map(([k, t]) => [k, exampleOf(t, k)]));
  if (type[0] === "tuple") return type[1].map((t, i) => exampleOf(t, `${name}-${i}`));
  return type[0] === "map" ? { key: exampleOf(type[1], name) } : [exampleOf(type[1], name)];
}

function nested(type: NestedType, all: boolean): Json {
  const inner = attributes(type.attributes, all);
  if (type.nesting_mode === "single" || type.nesting_mode === "group") return inner;
  return type.nesting_mode === "map" ? { key: inner } : [inner];
}

const value = (name: string, a: AttributeSchema, all: boolean): Json =>
  a.nested_type === undefined ? exampleOf(a.type ?? "string", name) : nested(a.nested_type, all);

function attributes(table: Readonly<Record<string, AttributeSchema>> = {}, all: boolean): { [key: string]: Json } {
  const wanted = Object.entries(table).filter(([, a]) => a.required === true || (all && a.optional === true));
  return Object.fromEntries(wanted.map(([name, a]) => [name, value(name, a, all)]));
}

/** A configuration that a schema accepts: what is required, or everything that may be set. */
function configuration(block: BlockSchema, all: boolean): { [key: string]: Json } {
  const blocks = Object.entries(block.block_types ?? {}).filter(([, b]) => (b.min_items ?? 0) > 0 || all);
  return {
    ...attributes(block.attributes, all),
    ...Object.fromEntries(
      blocks.map(([name, b]) => {
        const one = configuration(b.block, all);
        const many = Array.from({ length: Math.max(1, b.min_items ?? 0) }, () => one);
        return [name, b.nesting_mode === "single" || b.nesting_mode === "group" ? one : b.nesting_mode === "map" ? { key: one } : many];
      }),
    ),
  };
}

/** Mends a configuration so that it meets what the provider's code demands: of what excludes each other one stays, a number is one that is taken. */
function meeting(demands: readonly Demand[], one: { [key: string]: Json }, whole: { [key: string]: Json }): void {
  const given = (name: string): Json => whole[name] ?? text(name);
  const isRequired = (name: string, where: string | undefined, at: { [key: string]: Json }): boolean =>
    demands.some((other) => "given" in other && other.at === where && other.given in at && other.requires?.includes(name) === true);
  for (const demand of demands) {
    for (const at of objectsAt(one, demand.at?.split(".") ?? [])) {
      if ("exactlyOneOf" in demand || "atLeastOneOf" in demand) {
        const names = "exactlyOneOf" in demand ? demand.exactlyOneOf : demand.atLeastOneOf;
        const present = names.filter((name) => name in at);
        const kept = present.find((name) => isRequired(name, demand.at, at)) ?? present[0] ?? names[0] ?? "";
        at[kept] ??= given(kept);
        if ("exactlyOneOf" in demand) for (const name of present) if (name !== kept) delete at[name];
      } else if ("given" in demand && demand.given in at) {
        for (const name of demand.conflictsWith ?? []) delete at[name];
        for (const name of demand.requires ?? []) at[name] ??= given(name);
      } else if ("number" in demand && demand.number in at) {
        at[demand.number] = "oneOf" in demand ? (demand.oneOf[0] ?? 0) : demand.between[0];
      }
    }
  }
}

function objectsAt(value: Json | undefined, [name, ...rest]: readonly string[]): { [key: string]: Json }[] {
  if (Array.isArray(value)) return value.flatMap((x) => objectsAt(x, name === undefined ? [] : [name, ...rest]));
  if (typeof value !== "object" || value === null) return [];
  return name === undefined ? [value] : objectsAt(value[name], rest);
}

/** A configuration of a resource type that its schema accepts, and what the provider's code demands beyond it. */
export async function acceptable(cloud: string, type: string, all: boolean): Promise<{ [key: string]: Json }> {
  const { checks = {} } = (await REHEARSALS[cloud]?.())?.rehearsal ?? {};
  const block = loadSchema(cloud).resource(type)?.block ?? {};
  const one = configuration(block, all);
  meeting(checks[type]?.demands ?? [], one, configuration(block, true));
  return one;
}

/** A program with every resource type, or every data source, of a cloud. */
export async function everything(
  cloud: string,
  kind: "resource" | "data",
  all: boolean,
): Promise<{ source: string; count: number; document: object }> {
  const schema: LoadedSchema = loadSchema(cloud);
  const types = kind === "resource" ? schema.resourceTypes : schema.dataSourceTypes;
  const provider = schema.address.split("/")[1] ?? "";
  const written = (type: string) =>
    kind === "resource" ? acceptable(cloud, type, all) : configuration(schema.dataSource(type)?.block ?? {}, all);
  const blocks = await Promise.all(types.map(async (type) => [type, { x: await written(type) }] as const));
  return {
    source: schema.address,
    count: types.length,
    document: {
      terraform: { required_providers: { [provider]: { source: schema.address } } },
      [kind]: Object.fromEntries(blocks),
    },
  };
}
