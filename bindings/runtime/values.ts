import { Tokenization } from "cdktf";
import type { AttributeShape, Shape, StructShape } from "./shape.ts";

/** What was configured, by property. */
export type Values = Record<string, unknown>;

/** An object through which a nested one is read and set: its value takes the place of what was configured. */
export interface Kept {
  internalValue?: unknown;
}

export const VALUES = Symbol.for("terroir.bindings.values");
export const KEPT = Symbol.for("terroir.bindings.kept");

/** Whatever has attributes: a resource, or a reference to a nested object. */
export interface Holder {
  [VALUES]: Values;
  [KEPT]?: Record<string, Kept>;
}

/** An object without prototype, so that no attribute's name is taken. */
export const emptyValues = (): Values => Object.create(null) as Values;

export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** The value of one attribute, as the kept object or the configuration has it. */
export function currentValue(holder: Holder, attribute: AttributeShape): unknown {
  if (!attribute.kept) return holder[VALUES][attribute.property];
  const kept = holder[KEPT]?.[attribute.property];
  return kept === undefined ? settled(attribute, holder[VALUES][attribute.property]) : kept.internalValue;
}

/** What a kept object would answer for a value that was just given to it. */
function settled(attribute: AttributeShape, value: unknown): unknown {
  const { type, struct } = attribute;
  const isOne = struct !== undefined && (type.of === "struct" || (type.of !== "simple" && type.single));
  return isOne ? settledStruct(struct, value) : value;
}

/** A nested object without members that say nothing; nothing at all when none of them says something. */
export function settledStruct(struct: StructShape, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (!struct.isClass && Tokenization.isResolvable(value)) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const result = collected(struct, (attribute) =>
    attribute.kept ? settled(attribute, given[attribute.property]) : given[attribute.property],
  );
  return result ?? (Object.keys(given).length === 0 ? {} : undefined);
}

/** The values that are there, by property; `undefined` when there are none. */
export function collected(shape: Shape, read: (attribute: AttributeShape) => unknown): Values | undefined {
  let result: Values | undefined;
  for (const attribute of shape.assignable.values()) {
    const value = read(attribute);
    if (value === undefined) continue;
    result ??= {};
    result[attribute.property] = value;
  }
  return result;
}
