import type { AttributeSchema, BlockSchema, FunctionSchema, LoadedSchema, Schema } from "../../clouds/schema/index.ts";

const NESTING = { single: 1, list: 2, set: 3, map: 4, group: 5 } as const;

// A handful of types make up thousands of attributes.
const types = new Map<string, Buffer>();
function typeBytes(type: unknown): Buffer {
  const text = JSON.stringify(type);
  let bytes = types.get(text);
  if (bytes === undefined) {
    bytes = Buffer.from(text);
    types.set(text, bytes);
  }
  return bytes;
}

function attribute(name: string, a: AttributeSchema): object {
  const { type, nested_type, ...flags } = a;
  if (nested_type === undefined) return { ...flags, name, type: typeBytes(type) };
  return { ...flags, name, nested_type: { attributes: attributes(nested_type.attributes), nesting: NESTING[nested_type.nesting_mode] } };
}

function attributes(table: Readonly<Record<string, AttributeSchema>> | undefined): readonly object[] {
  return Object.entries(table ?? {}).map(([name, a]) => attribute(name, a));
}

function block(b: BlockSchema | undefined): object {
  return {
    attributes: attributes(b?.attributes),
    block_types: Object.entries(b?.block_types ?? {}).map(([type_name, t]) => ({
      type_name,
      block: block(t.block),
      nesting: NESTING[t.nesting_mode],
      min_items: t.min_items ?? 0,
      max_items: t.max_items ?? 0,
    })),
    deprecated: b?.deprecated === true,
  };
}

const schema = (s: Schema): object => ({ version: s.version, block: block(s.block) });

const parameter = (p: { name: string; type: unknown; is_nullable?: boolean }): object => ({
  name: p.name,
  type: typeBytes(p.type),
  allow_null_value: p.is_nullable === true,
});

const fn = (f: FunctionSchema): object => ({
  parameters: (f.parameters ?? []).map(parameter),
  ...(f.variadic_parameter ? { variadic_parameter: parameter(f.variadic_parameter) } : {}),
  return: { type: typeBytes(f.return_type) },
  summary: f.summary ?? "",
});

function table(types: readonly string[], find: (type: string) => Schema | undefined): Readonly<Record<string, object>> {
  return Object.fromEntries(types.map((type) => [type, schema(find(type) ?? { version: 0, block: {} })]));
}

export const functionMessages = (s: LoadedSchema): Readonly<Record<string, object>> =>
  Object.fromEntries(Object.entries(s.functions).map(([name, f]) => [name, fn(f)]));

/** What the engine asks first: everything that the provider knows. `get_provider_schema_optional` lets it ask once per process. */
export function schemaMessage(s: LoadedSchema): object {
  return {
    provider: schema(s.provider),
    resource_schemas: table(s.resourceTypes, s.resource),
    data_source_schemas: table(s.dataSourceTypes, s.dataSource),
    ephemeral_resource_schemas: table(s.ephemeralTypes, s.ephemeral),
    functions: functionMessages(s),
    server_capabilities: { plan_destroy: false, get_provider_schema_optional: true },
  };
}
