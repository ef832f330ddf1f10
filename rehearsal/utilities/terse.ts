import { type AttributeSchema, compact, type LoadedSchema, openSchema, type Schema, type TypeSchema } from "../../clouds/schema/index.ts";

const TYPES: Readonly<Record<string, TypeSchema>> = {
  text: "string",
  number: "number",
  bool: "bool",
  map: ["map", "string"],
  list: ["list", "string"],
};

/**
 * A schema in few words: `name:type` for what is computed, with `!` for required, `?` for optional, `~` for optional and computed, `*` after
 * it for a secret.
 */
export function attributes(terse: string): Readonly<Record<string, AttributeSchema>> {
  return Object.fromEntries(
    terse
      .trim()
      .split(/\s+/)
      .map((word) => {
        const [name = "", rest = ""] = word.split(":");
        const flag = /[!?~]/.exec(rest)?.[0];
        const attribute: AttributeSchema = {
          type: TYPES[rest.replace(/[^a-z]/g, "")] ?? "string",
          ...(flag === "!" ? { required: true } : {}),
          ...(flag === "?" || flag === "~" ? { optional: true } : {}),
          ...(flag === undefined || flag === "~" ? { computed: true } : {}),
          ...(rest.endsWith("*") ? { sensitive: true } : {}),
        };
        return [name, attribute];
      }),
  );
}

/** A provider from its resource types, each in few words. */
export function terseSchema(source: string, types: Readonly<Record<string, string>>): LoadedSchema {
  const resource_schemas = Object.fromEntries(
    Object.entries(types).map(([type, terse]): [string, Schema] => [type, { version: 0, block: { attributes: attributes(terse) } }]),
  );
  const provider: Schema = { version: 0, block: {} };
  return openSchema(compact({ provider_schemas: { [`registry.terraform.io/${source}`]: { provider, resource_schemas } } }));
}
