import { inventAttribute, type Seed } from "./invent.ts";
import { type ObjectValue, Unknown, type Value } from "./value.ts";
import { eachNested, type Shape } from "./walk.ts";

/** What is to be said of an attribute that nobody set; undefined: invent it by name and type. */
export type Say = (name: string, known: ObjectValue) => Value | undefined;

const nothing: Say = () => undefined;

/**
 * Completes an object as a cloud does when it answers: what is unknown gets a value. `silent` also completes what is computed and null: the
 * configuration of a data source says only what was asked.
 */
export function complete(shape: Shape, object: ObjectValue, seed: Seed, silent: boolean, say: Say = nothing): ObjectValue {
  const state: Record<string, Value> = {};
  for (const name of shape.names) {
    const attribute = shape.attributes[name];
    const value = object[name] ?? null;
    const nested = shape.nested[name];
    if (attribute?.write_only === true) state[name] = null;
    else if (value instanceof Unknown || (value === null && silent && attribute?.computed === true)) {
      state[name] = say(name, object) ?? (attribute === undefined ? emptyBlock(nested?.mode) : inventAttribute(attribute, name, seed));
    } else if (nested === undefined || value === null) state[name] = value;
    else state[name] = eachNested(nested.mode, value, (x, key) => complete(nested.shape, x, seed.within(`${name}.${key}`), silent));
  }
  return state;
}

/** A block whose number is unknown until now: none. */
const emptyBlock = (mode: string | undefined): Value => (mode === "list" || mode === "set" ? [] : mode === "map" ? {} : null);
