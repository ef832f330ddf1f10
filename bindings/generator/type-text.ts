import { collectionNames, referenceName } from "../naming/names.ts";
import { isKept, libraryClass, type Type } from "../naming/types.ts";
import { type Attribute, type Binding, isAssignable } from "./model.ts";

// In declarations `b.c` is the library and `b.R` its IResolvable, which stands for a value that the engine will know.
const PLAIN: Readonly<Record<string, string>> = { string: "string", number: "number", boolean: "boolean", any: "any" };

/** What a configuration may give for a type. */
export function inputText(type: Type, binding: Binding): string {
  if (type.of === "simple") return type.name === "boolean" ? "boolean|b.R" : (PLAIN[type.name] ?? "any");
  if (type.of === "struct") return binding.structs[type.struct]?.name ?? "any";
  if (type.single) return inputText(type.element, binding);
  const element = type.element;
  if (type.of === "map") {
    if (element.of === "simple") return `{[key:string]:${element.name === "boolean" ? "boolean|b.R" : PLAIN[element.name]}}`;
    return `{[key:string]:${inputText(element, binding)}}|b.R`;
  }
  if (element.of === "simple") return element.name === "boolean" ? "Array<boolean|b.R>|b.R" : `${PLAIN[element.name]}[]`;
  const text = inputText(element, binding);
  return `${text.endsWith("|b.R") ? `Array<${text}>` : `${text}[]`}|b.R`;
}

/** What reading an attribute gives. */
export function outputText(attribute: Attribute, binding: Binding): string {
  const { type, computed } = attribute;
  if (binding.kind === "provider") return `${inputText(type, binding)}|undefined`;
  if (isKept(type, isAssignable(attribute), computed)) return keptText(type, binding);
  // A property that can be set has one type for both directions.
  if (isAssignable(attribute)) return inputText(type, binding);
  if (type.of === "simple") return type.name === "boolean" ? "b.R" : (PLAIN[type.name] ?? "any");
  const element = type.of === "struct" || type.element.of !== "simple" ? undefined : type.element.name;
  if (type.of === "map") return element === undefined ? "b.R" : `{[key:string]:${PLAIN[element]}}`;
  return element === "string" || element === "number" ? `${element}[]` : "b.R";
}

function keptText(type: Type, binding: Binding): string {
  const bottom = (of: Type): Type => (of.of === "simple" || of.of === "struct" ? of : bottom(of.element));
  const at = bottom(type);
  const struct = at.of === "struct" ? binding.structs[at.struct] : undefined;
  if (struct === undefined) return type.of === "simple" || type.of === "struct" ? "b.R" : `b.c.${libraryClass(type)}`;
  const isOne = type.of === "struct" || (type.of !== "simple" && type.single);
  return (isOne ? undefined : collectionNames(struct.name, struct.nesting, struct.single)[0]) ?? referenceName(struct.name);
}

/** What was configured: the kept object's value for nested ones. */
export function configuredText(attribute: Attribute, binding: Binding): string {
  const { type } = attribute;
  const struct = type.of === "struct" ? binding.structs[type.struct] : undefined;
  const text = inputText(type, binding);
  return `${text}${binding.kind !== "provider" && struct !== undefined && !struct.isClass ? "|b.R" : ""}|undefined`;
}
