import { camelCase } from "../naming/case.ts";
import { type AttributeRecord, type BindingRecord, decodeType, implied, type Kind } from "../naming/descriptor.ts";
import { inputName, type Nesting, putName, resetName } from "../naming/names.ts";
import { isKept, structOf, type Type } from "../naming/types.ts";

/** One attribute, ready for use. */
export interface AttributeShape {
  readonly tf: string;
  readonly property: string;
  readonly input: string;
  readonly reset: string;
  readonly put: string;
  readonly type: Type;
  /** The structure at the bottom of the type. */
  readonly struct: StructShape | undefined;
  readonly assignable: boolean;
  readonly required: boolean;
  readonly writeOnly: boolean;
  /** Read through an object that is kept, not through a token. */
  readonly kept: boolean;
}

/** The attributes of a class or of a nested object. */
export interface Shape {
  readonly attributes: readonly AttributeShape[];
  /** Those that a configuration may set, by property. */
  readonly assignable: ReadonlyMap<string, AttributeShape>;
}

export interface StructShape extends Shape {
  readonly name: string;
  readonly nesting: Nesting;
  readonly single: boolean;
  readonly isClass: boolean;
  /** The table that the type's numbers point into. */
  readonly structs: readonly StructShape[];
}

export interface BindingShape extends Shape {
  readonly kind: Kind;
  readonly tf: string;
  readonly className: string;
  readonly structs: readonly StructShape[];
}

function attribute(
  tf: string,
  record: string | readonly [string, string],
  siblings: ReadonlySet<string>,
  structs: readonly StructShape[],
  kind: Kind,
) {
  const [code, name] = typeof record === "string" ? [record] : record;
  const writeOnly = code.startsWith("^");
  const flag = code.slice(writeOnly ? 1 : 0, writeOnly ? 2 : 1);
  const type = decodeType(code.slice(writeOnly ? 2 : 1));
  const property = name ?? camelCase(tf);
  const assignable = flag === "!" || flag === "?";
  return {
    tf,
    property,
    input: inputName(property, tf, siblings),
    reset: resetName(property, tf, siblings),
    put: putName(property),
    type,
    struct: structs[structOf(type) ?? -1],
    assignable,
    required: flag === "!",
    writeOnly,
    // A provider's own settings are never read back from the engine.
    kept: kind !== "provider" && isKept(type, assignable, flag === "="),
  };
}

function shape(record: AttributeRecord, structs: readonly StructShape[], kind: Kind): Shape {
  const siblings = new Set(Object.keys(record));
  const attributes = Object.entries(record).map(([tf, one]) => attribute(tf, one, siblings, structs, kind));
  return { attributes, assignable: new Map(attributes.filter((one) => one.assignable).map((one) => [one.property, one])) };
}

/** A shape whose attributes are read when first looked at: most programs use few of a provider's types. */
function lazyShape(record: AttributeRecord, structs: readonly StructShape[], kind: Kind): Shape {
  let read: Shape | undefined;
  const shapeNow = (): Shape => {
    read ??= shape(record, structs, kind);
    return read;
  };
  return {
    get attributes() {
      return shapeNow().attributes;
    },
    get assignable() {
      return shapeNow().assignable;
    },
  };
}

/** Adds plain members to a lazy shape without reading it. */
const named = <T extends object>(lazy: Shape, members: T): Shape & T => Object.assign(lazy, members);

/** Reads the short form. */
export function readBinding([path, kind, type, name, attributes, records]: BindingRecord, provider: string): BindingShape {
  const known = implied(path, kind, provider);
  const [tf, className] = [type || known.tf, name || known.className];
  const structs: StructShape[] = [];
  for (const [structName, nesting, flags, members] of records) {
    const single = flags.includes("1");
    const isClass = single || flags.includes("c");
    structs.push(named(lazyShape(members, structs, kind), { name: structName.replace("~", className), nesting, single, isClass, structs }));
  }
  return named(lazyShape(attributes, structs, kind), { kind, tf, className, structs });
}
