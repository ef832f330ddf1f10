import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { operatorIds } from "../../clouds/operators.ts";
import { loadSchema, packageRoot, type Refreshed, refreshSchema, schemaNames, unclassified } from "../../clouds/schema/index.ts";
import type { Exit } from "../exit.ts";
import { print, printJson } from "../io/print.ts";
import { refreshedText } from "../refreshed-text.ts";

export interface RefreshOptions {
  readonly output?: string;
  readonly json?: boolean;
}

interface CloudRow {
  readonly cloud: string;
  readonly provider: string;
  readonly version: string | null;
  readonly regions: number;
  readonly resources: number;
  readonly dataSources: number;
  /** Types that no placement answers for; a resource of such a type is refused. */
  readonly unclassified: number;
}

export async function showCatalogue({ json }: { readonly json?: boolean }): Promise<Exit> {
  const clouds = schemaNames().flatMap(rowOf);
  if (json) printJson({ clouds, operators: operatorIds() });
  else {
    for (const row of clouds)
      print(
        `${row.cloud.padEnd(17)}${row.provider} ${row.version ?? "(release unknown)"}: ${row.regions} regions, ${row.resources} resource types, ${row.dataSources} data sources, ${row.unclassified === 0 ? "all classified" : `${row.unclassified} not classified, and so refused`}`,
      );
    print(`${operatorIds().length} operators are known.`);
  }
  return 0;
}

function rowOf(cloud: string): readonly CloudRow[] {
  const facts = CLOUD_FACTS.find((one) => one.cloud === cloud);
  if (facts === undefined) return [];
  const schema = loadSchema(cloud);
  return [
    {
      cloud,
      provider: schema.address,
      version: schema.version,
      regions: Object.keys(facts.regions).length,
      resources: schema.resourceTypes.length,
      dataSources: schema.dataSourceTypes.length,
      unclassified: unclassified(schema, facts).length,
    },
  ];
}

/** Compares every provider of a file with what is known of it. Ends with 1 when something has no placement yet. */
export async function refreshCatalogue(file: string, { output, json }: RefreshOptions): Promise<Exit> {
  const all = providersIn(file).map((source) => ({ source, ...refreshed(file, source) }));
  if (output !== undefined) {
    for (const { cloud, source, text } of all) {
      const folder = join(output, cloud ?? source.replace("/", "-"));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "schema.json"), text);
    }
  }
  if (json) printJson(all.map(({ source, cloud, changes, unclassified: open }) => ({ source, cloud, changes, unclassified: open })));
  else print(all.map(refreshedText).join("\n\n"));
  return all.some((one) => one.unclassified.length > 0) ? 1 : 0;
}

function providersIn(file: string): readonly string[] {
  let sources: readonly string[] = [];
  try {
    const { provider_schemas = {} } = JSON.parse(readFileSync(file, "utf8")) as { provider_schemas?: object };
    sources = Object.keys(provider_schemas);
  } catch (error) {
    const because = (error as NodeJS.ErrnoException).code === "ENOENT" ? "does not exist" : `cannot be read: ${(error as Error).message}`;
    throw new InputError(`${file} ${because}. Write it with: tofu providers schema -json > ${file}`, { cause: error });
  }
  if (sources.length === 0)
    throw new InputError(
      `${file} is not what \`tofu providers schema -json\` prints: it has no provider_schemas. Run that command where the provider is installed.`,
    );
  return sources.map((source) => source.split("/").slice(-2).join("/"));
}

function refreshed(file: string, source: string): Refreshed & { readonly cloud: string | null } {
  const cloud = schemaNames().find((name) => loadSchema(name).address === source) ?? null;
  const facts = CLOUD_FACTS.find((one) => one.cloud === cloud);
  try {
    return {
      cloud,
      ...refreshSchema(file, {
        provider: source,
        ...(cloud !== null && { current: join(packageRoot(), "clouds", cloud, "schema.json") }),
        ...(facts !== undefined && { placements: facts }),
      }),
    };
  } catch (error) {
    throw new InputError((error as Error).message, { cause: error });
  }
}
