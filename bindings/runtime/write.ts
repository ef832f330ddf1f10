import { hashMapper, hashMapperHcl, isComplexElement, listMapper, listMapperHcl, Tokenization } from "cdktf";
import { storedType, structOf, type Type } from "../naming/types.ts";
import type { AttributeShape, Shape, StructShape } from "./shape.ts";

/** Turns a configured value into what stands in the synthesized document. */
export type Writer = (value: unknown) => unknown;

const identity: Writer = (value) => value;
const writers = new WeakMap<Type, Writer>();
const hclWriters = new WeakMap<Type, Writer>();

function remembered(known: WeakMap<Type, Writer>, type: Type, make: () => Writer): Writer {
  const existing = known.get(type);
  if (existing !== undefined) return existing;
  const writer = make();
  known.set(type, writer);
  return writer;
}

/** Objects with attributes are written by name; tokens pass; a reference cannot stand for what it refers to. */
function objectWriter(write: (given: Readonly<Record<string, unknown>>) => unknown): Writer {
  return (value) => {
    if (value === undefined || value === null || Tokenization.isResolvable(value)) return value;
    if (isComplexElement(value)) {
      throw new Error(
        "A reference to a nested object was used as configuration. Use its attributes one by one, or refer to the whole with Fn or a Lazy value.",
      );
    }
    return write(value as Readonly<Record<string, unknown>>);
  };
}

export function writer(type: Type, structs: readonly StructShape[]): Writer {
  return remembered(writers, type, () => {
    if (type.of === "simple") return identity;
    if (type.of === "struct") return structWriter(structs[type.struct]);
    const element = writer(type.element, structs);
    if (type.of === "map") return hashMapper(element);
    return type.single ? element : listMapper(element, type.block);
  });
}

export const structWriter = (struct: (Shape & { readonly structs: readonly StructShape[] }) | undefined): Writer =>
  struct === undefined ? identity : objectWriter((given) => written(struct, struct.structs, (attribute) => given[attribute.property]));

/** Attributes by the provider's names, in the schema's order. */
export function written(
  shape: Shape,
  structs: readonly StructShape[],
  read: (attribute: AttributeShape) => unknown,
): Record<string, unknown> {
  const document: Record<string, unknown> = {};
  for (const attribute of shape.assignable.values()) {
    const value = read(attribute);
    if (value !== undefined) document[attribute.tf] = writer(attribute.type, structs)(value);
  }
  return document;
}

export function hclWriter(type: Type, structs: readonly StructShape[]): Writer {
  return remembered(hclWriters, type, () => {
    if (type.of === "simple") return identity;
    if (type.of === "struct") return hclStructWriter(structs[type.struct]);
    const element = hclWriter(type.element, structs);
    if (type.of === "map") return hashMapperHcl(element);
    return type.single ? element : listMapperHcl(element, type.block);
  });
}

export const hclStructWriter = (struct: StructShape | undefined): Writer =>
  struct === undefined ? identity : objectWriter((given) => hclWritten(struct, struct.structs, (attribute) => given[attribute.property]));

/** The same with what the library's HCL renderer wants to know of each attribute. */
export function hclWritten(
  shape: Shape,
  structs: readonly StructShape[],
  read: (attribute: AttributeShape) => unknown,
): Record<string, unknown> {
  const document: Record<string, unknown> = {};
  for (const attribute of shape.assignable.values()) {
    const { type } = attribute;
    const value = hclWriter(type, structs)(read(attribute));
    if (value === undefined) continue;
    const storageClassType = storedType(type, (struct) => structs[struct]?.name ?? "");
    document[attribute.tf] = { value, isBlock: structOf(type) !== undefined, type: type.of, storageClassType };
  }
  return document;
}
