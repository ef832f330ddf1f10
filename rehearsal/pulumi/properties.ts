import { SECRET, SIGNATURE, UNKNOWN as UNKNOWN_TEXT } from "../../clouds/contract/pulumi-signatures.ts";
import type { PulumiProperties, Schema } from "../../clouds/schema/index.ts";
import { isList, isObject, type ObjectValue, UNKNOWN, Unknown, type Value } from "../terraform/value.ts";
import { type Shape, shapeOf } from "../terraform/walk.ts";
import type { Struct } from "./wire.ts";

/** Where the simulation keeps what the engine must hand back: which thing in the world it is. */
const META = "__meta";

/** The engine's properties as values: secrets opened, unknowns as such. */
export function received(struct: Struct | undefined): ObjectValue {
  const value = opened((struct?.toJavaScript() ?? {}) as Value);
  return isObject(value) ? value : {};
}

function opened(value: Value): Value {
  if (typeof value === "string") return value === UNKNOWN_TEXT ? UNKNOWN : value;
  if (isList(value)) return value.map(opened);
  if (!isObject(value)) return value;
  if (value[SIGNATURE] === SECRET) return opened(value.value ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, opened(one)]));
}

/** Properties → the attributes of a type, every one of them; a property that the type does not have is told. */
export function attributesOf(
  properties: PulumiProperties,
  schema: Schema,
  value: ObjectValue,
  stranger: (name: string) => void = () => {},
): ObjectValue {
  const own = Object.fromEntries(Object.entries(value).filter(([name]) => !name.startsWith("__")));
  const read = properties.toTerraform(own, stranger) as ObjectValue;
  return whole(shapeOf(schema.block), read);
}

/** The engine of Terraform sends every name: what is not there is null, and blocks that are not there are none. */
function whole(shape: Shape, object: ObjectValue): ObjectValue {
  return Object.fromEntries(
    shape.names.map((name) => {
      const nested = shape.nested[name];
      const value = object[name] ?? null;
      if (nested === undefined) return [name, value];
      if (value === null) return [name, nested.block && (nested.mode === "list" || nested.mode === "set") ? [] : null];
      if (isList(value)) return [name, value.map((one) => (isObject(one) ? whole(nested.shape, one) : one))];
      return [name, isObject(value) && nested.mode !== "map" ? whole(nested.shape, value) : value];
    }),
  );
}

/** A state as the package gives it out: what the schema calls sensitive is a secret. */
export function outputsOf(properties: PulumiProperties, schema: Schema, state: ObjectValue, key: string | null): Record<string, unknown> {
  const outputs = properties.fromTerraform(state);
  const sealed = Object.entries(outputs).map(([name, value]) => [name, sent(value as Value)] as const);
  const secret = new Set(
    Object.entries(schema.block.attributes ?? {}).flatMap(([name, { sensitive }]) => (sensitive === true ? [properties.nameOf(name)] : [])),
  );
  const all = Object.fromEntries(
    sealed.map(([name, value]) => [name, secret.has(name) && value !== UNKNOWN_TEXT ? { [SIGNATURE]: SECRET, value } : value]),
  );
  return key === null ? all : { ...all, [META]: JSON.stringify({ private: key }) };
}

/** Which thing in the world a state is. */
export function keyIn(outputs: ObjectValue): string | null {
  const meta = outputs[META];
  if (typeof meta !== "string") return null;
  const { private: key } = JSON.parse(meta) as { readonly private?: unknown };
  return typeof key === "string" ? key : null;
}

function sent(value: Value): unknown {
  if (value instanceof Unknown) return UNKNOWN_TEXT;
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (isList(value)) return value.map(sent);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sent(one)])) : value;
}
