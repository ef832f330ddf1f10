import { existsSync, readFileSync } from "node:fs";
import { type SchemaChanges, schemaChanges } from "./changes.ts";
import { type CompactSchema, compact, formatCompact } from "./codec.ts";
import { openSchema, readCompact } from "./load.ts";
import { withoutProse } from "./prose.ts";
import { isMembers, isTable } from "./rest.ts";
import type { SchemaDocument } from "./schema.ts";
import { type PlacementTable, type Unclassified, unclassified } from "./unclassified.ts";

/** What a newer schema brings. Nothing is written: `text` is what the compact file would hold. */
export interface Refreshed {
  readonly schema: CompactSchema;
  readonly text: string;
  /** `null` when there was no schema before. */
  readonly changes: SchemaChanges | null;
  /** Types and location-like paths that the placements handed in do not answer for; everything when none were. */
  readonly unclassified: readonly Unclassified[];
}

export interface RefreshOptions {
  /** The compact schema in use, to compare with. @default nothing to compare with: the first import of a provider */
  readonly current?: string;
  /** Source address without host, to pick one of several providers. @default the provider of `current`, or the only one in the file */
  readonly provider?: string;
  /** The provider's release: the command that prints schemas does not say it. @default what the file says, if it does */
  readonly version?: string;
  /** The placements that should cover the schema. @default none */
  readonly placements?: PlacementTable;
}

const address = (source: string) => source.split("/").slice(-2).join("/");

function readDocument(file: string): SchemaDocument {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}. Write it with: terraform providers schema -json > ${file}`,
    );
  }
  if (!isMembers(content) || !isTable(content.provider_schemas)) {
    throw new Error(
      `${file} is not the output of "terraform providers schema -json": it has no provider_schemas. Run that command where the provider is installed.`,
    );
  }
  return content as unknown as SchemaDocument;
}

function pick(file: string, document: SchemaDocument, wanted: string | undefined): SchemaDocument {
  const sources = Object.keys(document.provider_schemas);
  const [source, ...more] = wanted === undefined ? sources : sources.filter((one) => address(one) === wanted);
  if (source === undefined || more.length > 0) {
    const has = sources.length === 0 ? "no provider" : sources.map(address).join(", ");
    throw new Error(`${file} has ${has}; ${wanted === undefined ? "say which one is meant" : `${wanted} is expected`}.`);
  }
  return { ...document, provider_schemas: Object.fromEntries([[source, document.provider_schemas[source] ?? {}]]) };
}

/** Reads a newer `terraform providers schema -json` and says what it changes and what nobody has classified yet. */
export function refreshSchema(file: string, options: RefreshOptions = {}): Refreshed {
  const former = options.current !== undefined && existsSync(options.current) ? openSchema(readCompact(options.current)) : undefined;
  const document = pick(file, readDocument(file), options.provider ?? former?.address);
  const version = options.version === undefined ? {} : { provider_version: options.version };
  const schema = compact(withoutProse({ ...document, ...version }));
  const opened = openSchema(schema);
  return {
    schema,
    text: formatCompact(schema),
    changes: former === undefined ? null : schemaChanges(former, opened),
    unclassified: unclassified(opened, options.placements ?? { resources: {}, dataSources: {} }),
  };
}
