import { camelCase } from "../naming/case.ts";
import { type AttributeRecord, type BindingRecord, encodeType, implied } from "../naming/descriptor.ts";
import { collectionNames, referenceName } from "../naming/names.ts";
import { type Attribute, type Binding, isAssignable } from "./model.ts";

function code(attribute: Attribute): string {
  const flag = attribute.required ? "!" : isAssignable(attribute) ? "?" : attribute.computed ? "=" : "-";
  return `${attribute.writeOnly ? "^" : ""}${flag}${encodeType(attribute.type)}`;
}

const attributes = (all: readonly Attribute[]): AttributeRecord =>
  Object.fromEntries(all.map((one) => [one.tf, one.property === camelCase(one.tf) ? code(one) : ([code(one), one.property] as const)]));

/** The short form from which the runtime makes a type's classes. */
export function recordOf(binding: Binding, provider: string): BindingRecord {
  const structs = binding.structs.map(({ name, nesting, isClass, single, ...struct }) => {
    const short = name.startsWith(binding.className) ? `~${name.slice(binding.className.length)}` : name;
    return [short, nesting, `${single ? "1" : ""}${isClass && !single ? "c" : ""}`, attributes(struct.attributes)] as const;
  });
  const { tf, className } = implied(binding.path, binding.kind, provider);
  const own = [binding.tf === tf ? "" : binding.tf, binding.className === className ? "" : binding.className] as const;
  return [binding.path, binding.kind, ...own, attributes(binding.attributes), structs];
}

/** Names of the classes that a type's module exports. */
export function exportsOf(binding: Binding): readonly string[] {
  if (binding.kind === "provider") return [binding.className];
  const ofStructs = binding.structs.flatMap(({ name, nesting, single }) => [
    referenceName(name),
    ...collectionNames(name, nesting, single),
  ]);
  return [binding.className, ...ofStructs];
}
