import type { SimulatedObject, SimulatedValue } from "../../clouds/contract/rehearsal.ts";
import { isList, isObject, type ObjectValue, Unknown, type Value } from "../terraform/value.ts";

/** What JSON cannot write, as the world writes it: big numbers as decimal text (the engine reads it as a number), bytes under one key. */
export function toPlain(value: Value): SimulatedValue {
  if (typeof value === "bigint") return value.toString();
  if (value instanceof Unknown) return null;
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString("base64") };
  if (isList(value)) return value.map(toPlain);
  return isObject(value) ? toPlainObject(value) : value;
}

export function toPlainObject(object: ObjectValue): SimulatedObject {
  const plain: Record<string, SimulatedValue> = {};
  for (const key in object) plain[key] = toPlain(object[key] ?? null);
  return plain;
}

export function fromPlain(value: SimulatedValue): Value {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(fromPlain);
  const object = value as SimulatedObject;
  if (typeof object.$bytes === "string" && Object.keys(object).length === 1) return new Uint8Array(Buffer.from(object.$bytes, "base64"));
  return fromPlainObject(object);
}

export function fromPlainObject(object: SimulatedObject): ObjectValue {
  const value: Record<string, Value> = {};
  for (const key in object) value[key] = fromPlain(object[key] ?? null);
  return value;
}
