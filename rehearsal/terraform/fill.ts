import type { AttributeSchema, TypeSchema } from "../../clouds/schema/index.ts";
import { inventAttribute, type Seed } from "./invent.ts";
import { isList, isObject, type ObjectValue, Unknown, type Value } from "./value.ts";
import { eachNested, type Shape } from "./walk.ts";

/** What is to be said of an attribute that nobody set; undefined: invent it by name and type. */
export type Say = (name: string, known: ObjectValue) => Value | undefined;

const nothing: Say = () => undefined;

/**
 * Completes an object as a cloud does when it answers: what is unknown gets a value. `silent` also completes what is computed and null: the
 * configuration of a data source says only what was asked. In what is nested, an attribute that is not mentioned is completed, too.
 */
export function complete(shape: Shape, object: ObjectValue, seed: Seed, silent: boolean, say: Say = nothing): ObjectValue {
  return completeObject(shape, object, seed, silent, say, silent);
}

function completeObject(shape: Shape, object: ObjectValue, seed: Seed, some: boolean, say: Say, nulls: boolean): ObjectValue {
  const state: Record<string, Value> = {};
  for (const name of shape.names) {
    const attribute = shape.attributes[name];
    const value = object[name];
    const nested = shape.nested[name];
    const open = value === undefined ? some : value === null && nulls;
    if (attribute?.write_only === true) state[name] = null;
    else if (value instanceof Unknown || (open && attribute?.computed === true)) {
      const said = say(name, object);
      if (said !== undefined) state[name] = attribute === undefined ? said : conform(attribute, said);
      else
        state[name] = attribute === undefined ? emptyBlock(nested?.mode) : inventAttribute(attribute, name, { seed, known: object, some });
    } else if (value === undefined || value === null) state[name] = null;
    else if (nested === undefined) state[name] = attribute === undefined ? value : conform(attribute, value);
    else {
      const inner = (x: ObjectValue, key: string | number) =>
        completeObject(nested.shape, x, seed.within(`${name}.${key}`), some, nothing, false);
      state[name] = eachNested(nested.mode, value, inner);
    }
  }
  return state;
}

/** A block whose number is unknown until now: none. */
const emptyBlock = (mode: string | undefined): Value => (mode === "list" || mode === "set" ? [] : mode === "map" ? {} : null);

/** The engine wants every member of an object, also those that an answer did not mention. */
function conform(attribute: AttributeSchema, value: Value): Value {
  return attribute.type === undefined ? value : conformType(attribute.type, value);
}

function conformType(type: TypeSchema, value: Value): Value {
  if (typeof type === "string" || value === null || value instanceof Unknown) return value;
  if (type[0] === "object") {
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(type[1]).map(([name, t]) => [name, conformType(t, value[name] ?? null)]));
  }
  if (type[0] === "tuple") return value;
  const inner = type[1];
  if (typeof inner === "string") return value;
  if (isList(value)) return value.map((x) => conformType(inner, x));
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([k, x]) => [k, conformType(inner, x)])) : value;
}
