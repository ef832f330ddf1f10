import { decodeSchema, encodeSchema, type SchemaCode } from "./block-code.ts";
import { isMembers, isTable, type Members, mapMembers, restOf } from "./rest.ts";
import type { SchemaDocument } from "./schema.ts";

/** One provider's schema in the short form, as `clouds/<name>/schema.json` holds it. */
export interface CompactSchema {
  /** Source address with host, `registry.terraform.io/ovh/ovh`. */
  readonly source: string;
  /** The provider's release; absent where the document did not say. */
  readonly version?: string;
  readonly provider?: SchemaCode;
  /** `resource_schemas`, `data_source_schemas` …: type → schema. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, SchemaCode>>>>;
  /** What else the provider declares: its functions. */
  readonly rest?: Members;
  /** What else the document says: its format. */
  readonly document?: Members;
}

/** The short form of a document with one provider. `expand(compact(x))` equals x. */
export function compact(document: SchemaDocument): CompactSchema {
  const [entry, ...more] = Object.entries(document.provider_schemas);
  if (entry === undefined || more.length > 0) {
    throw new Error(
      `A compact schema holds one provider; this document has ${entry === undefined ? "none" : more.length + 1}. Pick one first.`,
    );
  }
  const [source, schema] = entry as [string, Members];
  const taken = new Set<string>();
  const groups: Record<string, Readonly<Record<string, SchemaCode>>> = {};
  for (const [key, table] of Object.entries(schema)) {
    if (!key.endsWith("_schemas") || !isTable(table)) continue;
    taken.add(key);
    groups[key] = mapMembers(table, (one) => encodeSchema(one as Members));
  }
  const provider = isMembers(schema.provider) ? encodeSchema(schema.provider) : undefined;
  if (provider !== undefined) taken.add("provider");
  const version = document.provider_version;
  const rest = restOf(schema, taken);
  const outer = restOf(
    document as unknown as Members,
    new Set(["provider_schemas", ...(typeof version === "string" ? ["provider_version"] : [])]),
  );
  return {
    source,
    ...(typeof version === "string" && { version }),
    ...(provider && { provider }),
    groups,
    ...(rest && { rest }),
    ...(outer && { document: outer }),
  };
}

/** The document that a short form stands for. */
export function expand(schema: CompactSchema): SchemaDocument {
  const provider = {
    ...(schema.provider && { provider: decodeSchema(schema.provider) }),
    ...mapMembers(schema.groups, (group) => mapMembers(group as Members, decodeSchema)),
    ...schema.rest,
  };
  return {
    ...schema.document,
    ...(schema.version !== undefined && { provider_version: schema.version }),
    provider_schemas: Object.fromEntries([[schema.source, provider]]),
  };
}

/** The file's text: one type a line, so that a newer provider shows as a readable difference. */
export function formatCompact(schema: CompactSchema): string {
  const { groups, ...head } = schema;
  const lines = Object.entries(groups).map(([group, types]) => {
    const rows = Object.entries(types).map(([type, code]) => `${JSON.stringify(type)}:${JSON.stringify(code)}`);
    return `${JSON.stringify(group)}:{\n${rows.join(",\n")}\n}`;
  });
  const members = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{\n${[...members, `"groups":{\n${lines.join(",\n")}\n}`].join(",\n")}\n}\n`;
}
