import { readFileSync } from "node:fs";
import { InputError } from "../catalogue/index.ts";
import { type LoadedSchema, loadSchema, openSchema, readSchema, refreshSchema, schemaNames } from "../clouds/schema/index.ts";

export type { LoadedSchema };

/**
 * What a provider declares of itself, to test lowerings against. `source`: the name of a cloud whose schema comes with this package (`ovh`, `scaleway`);
 * or a file: what `tofu providers schema -json` printed, or the short form that `terroir catalogue refresh` writes.
 *
 * @param provider source address without host, `acme/acme`, where the file holds several providers
 * @throws InputError when there is no such schema, or the file holds none
 *
 * @example
 * const schema = providerSchema("ovh");
 * console.assert(schema.resource("ovh_cloud_project_storage") !== undefined);
 */
export function providerSchema(source: string, provider?: string): LoadedSchema {
  if (schemaNames().includes(source)) return loadSchema(source);
  if (!source.endsWith(".json"))
    throw new InputError(
      `No provider schema is kept for "${source}". There are: ${schemaNames().join(", ")}. Or name a file: schema.json.`,
    );
  try {
    const printed = "provider_schemas" in content(source);
    return printed ? openSchema(refreshSchema(source, provider === undefined ? {} : { provider }).schema) : readSchema(source);
  } catch (error) {
    throw new InputError((error as Error).message, { cause: error });
  }
}

function content(file: string): object {
  try {
    return Object(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new Error(
      `${file} cannot be read as a provider schema: ${(error as Error).message}. Write it: tofu providers schema -json > ${file}`,
    );
  }
}
