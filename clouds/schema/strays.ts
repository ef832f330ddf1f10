import type { Json } from "../../catalogue/json.ts";
import type { AttributeSchema, BlockSchema, TypeSchema } from "./schema.ts";

/** Settings that speak to the engine. What a timeout is called no provider takes for a place. */
const META = new Set([
  "//",
  "count",
  "for_each",
  "provider",
  "provisioner",
  "connection",
  "lifecycle",
  "depends_on",
  "timeouts",
  "alias",
  "version",
]);

/** Words in the names of attributes that say where something is or goes; wider than any schema that we know. */
const PLACES =
  /region|zone|locat|datacent|country|continent|geo|site|place|endpoint|url|uri|host|domain|address|backup|snapshot|replica|destination|target|source|copy|mirror|peer|export|sink|log|configuration|plan/i;

type Body = Readonly<Record<string, Json>>;
const isBody = (json: Json | undefined): json is Body => typeof json === "object" && json !== null && !Array.isArray(json);

/**
 * Attributes and blocks that are written in a body and that the schema does not have, or that nobody can write by it, as far as they may name a
 * place: another release of the provider may know them. What is written as a truth or a number names none.
 *
 * @param body of a block in Terraform's JSON, blocks in lists, `dynamic` ones under that name
 */
export function strays(schema: BlockSchema, body: Json, prefix = ""): readonly string[] {
  if (Array.isArray(body)) return [...new Set(body.flatMap((one) => strays(schema, one, prefix)))];
  if (!isBody(body)) return [];
  return Object.entries(body).flatMap(([name, value]): readonly string[] => {
    if (prefix === "" && META.has(name)) return [];
    if (name === "dynamic") return generated(schema, value, prefix);
    const block = own(schema.block_types, name);
    if (block !== undefined) return strays(block.block, value, `${prefix}${name}.`);
    const attribute = own(schema.attributes, name);
    return attribute === undefined || isDecided(attribute) ? unknown(name, value, prefix) : within(attribute, value, `${prefix}${name}.`);
  });
}

/** Only the cloud gives it a value. */
const isDecided = ({ computed, optional, required }: AttributeSchema): boolean =>
  computed === true && optional !== true && required !== true;

const own = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;

function generated(schema: BlockSchema, value: Json, prefix: string): readonly string[] {
  const groups = Array.isArray(value) ? value : [value];
  return groups.flatMap((group) =>
    isBody(group)
      ? Object.entries(group).flatMap(([type, blocks]) =>
          (Array.isArray(blocks) ? blocks : [blocks]).flatMap((block: Json) =>
            isBody(block) ? strays(schema, { [type]: block.content ?? null }, prefix) : [],
          ),
        )
      : [],
  );
}

/** What the schema does not know: by its name, or by a name within. */
function unknown(name: string, value: Json, prefix: string): readonly string[] {
  if (value === null || typeof value === "boolean" || typeof value === "number") return [];
  if (PLACES.test(name)) return [`${prefix}${name}`];
  if (Array.isArray(value)) return [...new Set(value.flatMap((one: Json) => (typeof one === "string" ? [] : unknown(name, one, prefix))))];
  if (!isBody(value)) return [];
  return Object.entries(value).flatMap(([inner, one]) => unknown(inner, one, `${prefix}${name}.`));
}

/** The members of what is an object by its type. A map takes every name. */
function within({ type, nested_type: nested }: AttributeSchema, value: Json, prefix: string): readonly string[] {
  if (nested !== undefined) {
    const schema: BlockSchema = { attributes: nested.attributes };
    const values = nested.nesting_mode === "map" && isBody(value) ? Object.values(value) : [value];
    return [...new Set(values.flatMap((one) => strays(schema, one, prefix)))];
  }
  return type === undefined ? [] : ofType(type, value, prefix);
}

function ofType(type: TypeSchema, value: Json, prefix: string): readonly string[] {
  if (typeof type === "string" || type[0] === "tuple") return [];
  if (type[0] === "object") {
    const members = type[1];
    const bodies = (Array.isArray(value) ? value : [value]).filter(isBody);
    return bodies.flatMap((body) =>
      Object.entries(body).flatMap(([name, one]) => {
        const member = own(members, name);
        return member === undefined ? unknown(name, one, prefix) : ofType(member, one, `${prefix}${name}.`);
      }),
    );
  }
  const inner = type[1];
  const values = Array.isArray(value) ? value : isBody(value) && type[0] === "map" ? Object.values(value) : [value];
  return [...new Set(values.flatMap((one: Json) => ofType(inner, one, prefix)))];
}
