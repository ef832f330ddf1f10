import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../catalogue/package-root.ts";
import { decodeSchema, type SchemaCode } from "./block-code.ts";
import { type CompactSchema, compact, expand } from "./codec.ts";
import { withoutProse } from "./prose.ts";
import { isMembers, isTable } from "./rest.ts";
import type { FunctionSchema, Schema, SchemaDocument } from "./schema.ts";

/** A provider's schema, each type expanded when first asked for. */
export interface LoadedSchema {
  /** Source address with host, `registry.terraform.io/ovh/ovh`. */
  readonly source: string;
  /** Source address without host, `ovh/ovh`. */
  readonly address: string;
  /** The provider's release; `null` where nobody said. */
  readonly version: string | null;
  /** What a `provider` block takes. */
  readonly provider: Schema;
  /** Every resource type, in the order of the schema: `ovh_cloud_project_kube`. */
  readonly resourceTypes: readonly string[];
  /** Every type of data source, in the order of the schema. */
  readonly dataSourceTypes: readonly string[];
  /** Every type of ephemeral resource, in the order of the schema. */
  readonly ephemeralTypes: readonly string[];
  /** The schema of a resource type; undefined where the provider has none such. */
  resource(type: string): Schema | undefined;
  /** The schema of a type of data source; undefined where the provider has none such. */
  dataSource(type: string): Schema | undefined;
  /** The schema of a type of ephemeral resource; undefined where the provider has none such. */
  ephemeral(type: string): Schema | undefined;
  /** The provider's own functions, by name. Empty for most. */
  readonly functions: Readonly<Record<string, FunctionSchema>>;
  /** The whole, as `terraform providers schema -json` printed it. */
  document(): SchemaDocument;
}

function group(types: Readonly<Record<string, SchemaCode>> = {}): (type: string) => Schema | undefined {
  const expanded = new Map<string, Schema>();
  return (type) => {
    const known = expanded.get(type);
    if (known !== undefined || !Object.hasOwn(types, type)) return known;
    const schema = decodeSchema(types[type]);
    expanded.set(type, schema);
    return schema;
  };
}

/** Opens a compact schema that is already in memory. */
export function openSchema(compact: CompactSchema): LoadedSchema {
  const { groups } = compact;
  let provider: Schema | undefined;
  return {
    source: compact.source,
    address: compact.source.split("/").slice(-2).join("/"),
    version: compact.version ?? null,
    get provider() {
      provider ??= compact.provider === undefined ? { version: 0, block: {} } : decodeSchema(compact.provider);
      return provider;
    },
    resourceTypes: Object.keys(groups.resource_schemas ?? {}),
    dataSourceTypes: Object.keys(groups.data_source_schemas ?? {}),
    ephemeralTypes: Object.keys(groups.ephemeral_resource_schemas ?? {}),
    resource: group(groups.resource_schemas),
    dataSource: group(groups.data_source_schemas),
    ephemeral: group(groups.ephemeral_resource_schemas),
    functions: (compact.rest?.functions ?? {}) as Readonly<Record<string, FunctionSchema>>,
    document: () => expand(compact),
  };
}

/**
 * Reads a provider's schema from a file: a company's own cloud keeps one beside its `index.ts`. What `tofu providers schema -json` printed is taken as
 * well as the short form, where it holds one provider.
 */
export function readCompact(file: string): CompactSchema {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} cannot be read as a provider schema: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (isMembers(content) && isTable(content["provider_schemas"])) return compact(withoutProse(content as unknown as SchemaDocument));
  if (!isMembers(content) || typeof content.source !== "string" || !isMembers(content.groups)) {
    throw new Error(`${file} is no compact provider schema. Make one with: terroir catalogue refresh <terraform providers schema -json>`);
  }
  return content as unknown as CompactSchema;
}

/** Opens the compact schema in a file. */
export const readSchema = (file: string): LoadedSchema => openSchema(readCompact(file));

/** The clouds that bring a schema, in alphabetical order. */
export function schemaNames(): readonly string[] {
  const clouds = join(packageRoot(), "clouds");
  return readdirSync(clouds)
    .filter((name) => /^[a-z]/.test(name) && existsSync(join(clouds, name, "schema.json")))
    .sort();
}

/** Where a cloud's compact schema is kept. */
export const schemaFile = (cloud: string): string => join(packageRoot(), "clouds", cloud, "schema.json");

const loaded = new Map<string, LoadedSchema>();

/** The schema of a cloud's provider, by the name of the cloud's folder: `loadSchema("ovh")`. Read once, from the package's own files. */
export function loadSchema(cloud: string): LoadedSchema {
  let schema = loaded.get(cloud);
  if (schema === undefined) {
    if (!schemaNames().includes(cloud))
      throw new Error(`No provider schema is kept for "${cloud}". There are: ${schemaNames().join(", ")}.`);
    schema = readSchema(schemaFile(cloud));
    loaded.set(cloud, schema);
  }
  return schema;
}
