import type { AttributeSchema, BlockSchema } from "../../clouds/schema/index.ts";
import { isList, isObject, type ObjectValue, Unknown, type Value } from "./value.ts";

/** Applies `inner` to every object that a nested attribute or block holds, whatever its nesting. Null and unknown stay. */
export function eachNested(mode: string, value: Value | undefined, inner: (x: ObjectValue, key: string | number) => Value): Value {
  if (value === null || value === undefined) return null;
  if (value instanceof Unknown) return value;
  if (isList(value)) return value.map((x, i) => (isObject(x) ? inner(x, i) : x));
  if (!isObject(value)) return value;
  if (mode !== "map") return inner(value, "");
  return Object.fromEntries(Object.entries(value).map(([k, x]) => [k, isObject(x) ? inner(x, k) : x]));
}

/** A block prepared for walking: names in the order in which the engine encodes objects, so that equal values have equal bytes. */
export interface Shape {
  readonly names: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  /** Nested attributes and blocks alike: what is inside, and how often. */
  readonly nested: Readonly<Record<string, { readonly mode: string; readonly shape: Shape; readonly block: boolean }>>;
}

const shapes = new WeakMap<object, Shape>();

export function shapeOf(block: BlockSchema | undefined): Shape {
  const key = block ?? NOTHING;
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const attributes = key.attributes ?? {};
  const nested: Record<string, { mode: string; shape: Shape; block: boolean }> = {};
  for (const [name, a] of Object.entries(attributes)) {
    if (a.nested_type) nested[name] = { mode: a.nested_type.nesting_mode, shape: shapeOf(a.nested_type), block: false };
  }
  for (const [name, b] of Object.entries(key.block_types ?? {}))
    nested[name] = { mode: b.nesting_mode, shape: shapeOf(b.block), block: true };
  const names = [...Object.keys(attributes), ...Object.keys(key.block_types ?? {})].sort((a, b) => (a < b ? -1 : 1));
  const shape = { names, attributes, nested };
  shapes.set(key, shape);
  return shape;
}

const NOTHING: BlockSchema = {};
