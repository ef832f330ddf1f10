import {
  type AttributeSchema,
  type BlockSchema,
  compact,
  type LoadedSchema,
  openSchema,
  type Schema,
  type TypeSchema,
} from "../../clouds/schema/index.ts";

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
      .split(/\s+/)
      .filter((word) => word !== "")
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

/** A block, whose inner blocks stand behind it: `content:text? part[content:text! filename:text?]`. */
function block(terse: string): BlockSchema {
  const inner = [...terse.matchAll(/(\w+)\[([^\]]*)\]/g)];
  const block_types = Object.fromEntries(
    inner.map(([, name = "", words = ""]) => [name, { nesting_mode: "list" as const, block: { attributes: attributes(words) } }]),
  );
  return { attributes: attributes(terse.replace(/\w+\[[^\]]*\]/g, "")), ...(inner.length > 0 && { block_types }) };
}

/** Types of a provider in few words each: resources by their name, `data.name` and `ephemeral.name`. */
export type TerseTypes = Readonly<Record<string, string>>;

/** A provider from its types. */
export function terseSchema(source: string, types: TerseTypes): LoadedSchema {
  const group = (prefix: string): Record<string, Schema> =>
    Object.fromEntries(
      Object.entries(types)
        .filter(([name]) => (prefix === "" ? !name.includes(".") : name.startsWith(prefix)))
        .map(([name, terse]): [string, Schema] => [name.slice(prefix.length), { version: 0, block: block(terse) }]),
    );
  const provider: Schema = { version: 0, block: {} };
  const whole = {
    provider,
    resource_schemas: group(""),
    data_source_schemas: group("data."),
    ephemeral_resource_schemas: group("ephemeral."),
  };
  return openSchema(compact({ provider_schemas: { [`registry.terraform.io/${source}`]: whole } }));
}
