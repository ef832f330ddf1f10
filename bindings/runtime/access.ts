import { Fn, Token } from "cdktf";
import { libraryClass, type Type } from "../naming/types.ts";
import { checkValue, describe } from "./check.ts";
import { libraryClasses } from "./library-classes.ts";
import type { Referable } from "./referable.ts";
import type { AttributeShape, Shape } from "./shape.ts";
import { currentValue, KEPT, type Kept, VALUES } from "./values.ts";

/** The token that stands for an attribute until the engine knows its value. */
function token(self: Referable, tf: string, type: Type): unknown {
  const element = type.of === "simple" || type.of === "struct" || type.element.of !== "simple" ? undefined : type.element.name;
  if (type.of === "simple") {
    if (type.name === "string") return self.getStringAttribute(tf);
    if (type.name === "number") return self.getNumberAttribute(tf);
    return type.name === "boolean" ? self.getBooleanAttribute(tf) : self.interpolationForAttribute(tf);
  }
  if (type.of === "map") {
    if (element === "string") return self.getStringMapAttribute(tf);
    if (element === "number") return self.getNumberMapAttribute(tf);
    if (element === "boolean") return self.getBooleanMapAttribute(tf);
    return element === "any" ? self.getAnyMapAttribute(tf) : self.interpolationForAttribute(tf);
  }
  // A set has no order: what refers to it gets it as a list.
  if (element === "string") return type.of === "set" ? Fn.tolist(self.getListAttribute(tf)) : self.getListAttribute(tf);
  if (element === "number")
    return type.of === "set" ? Token.asNumberList(Fn.tolist(self.getNumberListAttribute(tf))) : self.getNumberListAttribute(tf);
  return type.of === "set" ? Token.asAny(Fn.tolist(self.interpolationForAttribute(tf))) : self.interpolationForAttribute(tf);
}

/** Makes the object through which a nested attribute is read; `undefined` where the attribute has none of its own. */
export type KeptMaker = (self: Referable, attribute: AttributeShape) => Kept | undefined;

function kept(self: Referable, attribute: AttributeShape, make: KeptMaker): unknown {
  self[KEPT] ??= Object.create(null) as Record<string, Kept>;
  const objects = self[KEPT];
  const known = objects[attribute.property];
  if (known !== undefined) return known;
  const made = make(self, attribute) ?? libraryObject(self, attribute);
  if (made === undefined) return token(self, attribute.tf, attribute.type);
  const value = self[VALUES][attribute.property];
  if (value !== undefined) made.internalValue = value;
  objects[attribute.property] = made;
  return made;
}

/** The older library lacks a few of these classes: there a plain token has to do. */
function libraryObject(self: Referable, { tf, type }: AttributeShape) {
  if (type.of === "simple" || type.of === "struct") return undefined;
  const Class: unknown = Reflect.get(libraryClasses(), libraryClass(type) ?? "");
  return typeof Class === "function" ? (Reflect.construct(Class, [self, tf, type.of === "set"]) as { internalValue?: unknown }) : undefined;
}

function assign(self: Referable, attribute: AttributeShape, value: unknown): void {
  checkValue(attribute, value, () => describe(self), attribute.property);
  self[VALUES][attribute.property] = value;
  const object = self[KEPT]?.[attribute.property];
  if (object !== undefined) object.internalValue = value;
}

/** Gives a class the properties and methods of its attributes: `name`, `nameInput`, `resetName`, `putName`. Without `make` they read back what was set. */
export function defineAccess(prototype: object, shape: Shape, make?: KeptMaker): void {
  for (const attribute of shape.attributes) {
    const { property, assignable } = attribute;
    const read =
      make === undefined
        ? (self: Referable) => self[VALUES][property]
        : attribute.kept
          ? (self: Referable) => kept(self, attribute, make)
          : (self: Referable) => token(self, attribute.tf, attribute.type);
    const write = (self: Referable, value: unknown) => assign(self, attribute, value);
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: false,
      get(this: Referable) {
        return read(this);
      },
      ...(assignable &&
        !attribute.kept && {
          set(this: Referable, value: unknown) {
            write(this, value);
          },
        }),
    });
    if (!assignable) continue;
    method(prototype, attribute.kept ? attribute.put : undefined, write);
    method(prototype, attribute.required ? undefined : attribute.reset, (self) => write(self, undefined));
    Object.defineProperty(prototype, attribute.input, {
      configurable: true,
      get(this: Referable) {
        return currentValue(this, attribute);
      },
    });
  }
}

function method(prototype: object, name: string | undefined, body: (self: Referable, value: unknown) => void): void {
  if (name === undefined) return;
  const value = function (this: Referable, given: unknown) {
    body(this, given);
  };
  Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
}
