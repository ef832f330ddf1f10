import { isComplexElement, Tokenization } from "cdktf";
import { Construct } from "constructs";
import { nearest } from "./nearest.ts";
import type { AttributeShape, Shape } from "./shape.ts";
import { isPlain } from "./values.ts";

/** What an error calls the thing at fault: its type and its path in the app. */
export function describe(self: unknown): string {
  if (!Construct.isConstruct(self)) return "A nested object";
  return `${String(Reflect.get(self, "terraformResourceType"))} "${self.node.path}"`;
}

function refuse(who: string, path: string, shape: Shape, property: string): never {
  const takes = [...shape.assignable.keys()];
  const near = nearest(property, takes);
  const isComputed = shape.attributes.some((attribute) => attribute.property === property);
  const why = isComputed ? `"${property}" is set by the provider, never in a configuration` : `it has no property "${property}"`;
  const where = path === "" ? "" : ` at ${path}`;
  throw new Error(
    `${who}${where}: ${why}. ${near === undefined ? "" : `Did you mean "${near}"? `}It takes: ${takes.length === 0 ? "nothing" : takes.join(", ")}.`,
  );
}

/** A property that no attribute stands for would vanish from the plan without a word: a protection that was misspelt must not. */
export function checkUnknown(who: () => string, path: string, shape: Shape, property: string): never {
  return refuse(who(), path, shape, property);
}

/** Looks into nested objects for properties that no attribute stands for. Tokens and references pass: nobody knows them yet. */
export function checkValue(attribute: AttributeShape, value: unknown, who: () => string, path: string): void {
  const { struct, type } = attribute;
  if (struct === undefined || typeof value !== "object" || value === null || Tokenization.isResolvable(value) || isComplexElement(value))
    return;
  look(attribute, type, value, who, path);
}

function look(attribute: AttributeShape, type: AttributeShape["type"], value: unknown, who: () => string, path: string): void {
  const { struct } = attribute;
  if (struct === undefined || type.of === "simple" || typeof value !== "object" || value === null || Tokenization.isResolvable(value))
    return;
  if (type.of !== "struct" && !type.single) {
    if (type.of !== "map" && isPlain(value))
      throw new Error(`${who()} at ${path}: it takes a list of objects, and was given one object. Put it into [ ].`);
    if (Array.isArray(value)) for (const [i, member] of value.entries()) look(attribute, type.element, member, who, `${path}[${i}]`);
    else if (type.of === "map" && isPlain(value))
      for (const [key, member] of Object.entries(value)) look(attribute, type.element, member, who, `${path}.${key}`);
    return;
  }
  if (Array.isArray(value)) throw new Error(`${who()} at ${path}: it takes one object, and was given a list. Leave out the [ ].`);
  if (!isPlain(value)) return;
  for (const [property, member] of Object.entries(value)) {
    const inner = struct.assignable.get(property);
    if (inner !== undefined) checkValue(inner, member, who, `${path}.${property}`);
    else if (member !== undefined) refuse(who(), path, struct, property);
  }
}
