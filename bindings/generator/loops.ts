import { structOf, type Type } from "../naming/types.ts";
import type { Attribute, Binding, Struct } from "./model.ts";

/** Two structures of one attribute name with the same members are taken for one: a schema cannot say that it is recursive. */
function shape(attribute: Attribute, structs: readonly Struct[]): string | undefined {
  const struct = structs[structOf(attribute.type) ?? -1];
  if (struct === undefined) return undefined;
  const members = struct.attributes.map((one) => {
    const inner = structs[structOf(one.type) ?? -1];
    const names = inner?.attributes.map((member) => member.property).sort();
    return `${one.property}:${inner === undefined ? JSON.stringify(one.type) : `{${names}}${one.type.of}`}`;
  });
  return `${attribute.tf}{${members.sort()}}`;
}

/** Replaces a structure that repeats one around it by that one, and drops what is then unused. */
export function withoutLoops(binding: Binding): Binding {
  const structs = [...binding.structs];
  let found = false;
  const visit = (attribute: Attribute, around: ReadonlyMap<string, Attribute>): void => {
    const own = structOf(attribute.type);
    const key = shape(attribute, binding.structs);
    const struct = own === undefined ? undefined : binding.structs[own];
    if (own === undefined || struct === undefined || key === undefined) return;
    const inside = new Map([...around, [key, attribute]]);
    const attributes = struct.attributes.map((member) => {
      const seen = inside.get(shape(member, binding.structs) ?? "");
      if (seen === undefined) visit(member, inside);
      else found = true;
      return seen ?? member;
    });
    structs[own] = { ...struct, attributes };
  };
  for (const attribute of binding.attributes) visit(attribute, new Map());
  return found ? compacted({ ...binding, structs }) : binding;
}

/** Numbers the structures anew without those that nothing points at. */
function compacted(binding: Binding): Binding {
  const used = new Set<number>();
  const reach = (attributes: readonly Attribute[]) => {
    for (const { type } of attributes) {
      const struct = structOf(type);
      if (struct === undefined || used.has(struct)) continue;
      used.add(struct);
      reach(binding.structs[struct]?.attributes ?? []);
    }
  };
  reach(binding.attributes);
  const order = [...used].sort((a, b) => a - b);
  const renumber = (type: Type): Type => {
    if (type.of === "simple") return type;
    return type.of === "struct" ? { of: "struct", struct: order.indexOf(type.struct) } : { ...type, element: renumber(type.element) };
  };
  const moved = (attributes: readonly Attribute[]) => attributes.map((one) => ({ ...one, type: renumber(one.type) }));
  const kept = binding.structs.filter((_, i) => used.has(i)).map((struct) => ({ ...struct, attributes: moved(struct.attributes) }));
  return { ...binding, attributes: moved(binding.attributes), structs: kept };
}
