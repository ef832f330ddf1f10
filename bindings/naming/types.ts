/** A type as the bindings see it. */
export type Type = Simple | Collection | StructType;

export interface Simple {
  readonly of: "simple";
  readonly name: "string" | "number" | "boolean" | "any";
}

export interface Collection {
  readonly of: "list" | "set" | "map";
  readonly element: Type;
  /** A block that may stand once is configured as one object. */
  readonly single: boolean;
  /** Blocks and lists of objects are written differently when they are dynamic. */
  readonly block: boolean;
}

export interface StructType {
  readonly of: "struct";
  /** Place in the resource's table of structures. */
  readonly struct: number;
}

/** The structure at the bottom of a type, if there is one. */
export function structOf(type: Type): number | undefined {
  if (type.of === "simple") return undefined;
  return type.of === "struct" ? type.struct : structOf(type.element);
}

/** Wrapper classes of the library for computed collections. Deeper ones are seen through the nearest that exists. */
const STORED = new Set([
  ..."StringMap NumberMap BooleanMap AnyMap StringMapMap NumberMapMap BooleanMapMap AnyMapMap BooleanList".split(" "),
  ..."StringListList NumberListList BooleanListList AnyListList StringMapList NumberMapList BooleanMapList AnyMapList".split(" "),
  ..."StringListMap NumberListMap BooleanListMap AnyListMap".split(" "),
]);

/** The name that a type has inside names of classes: `stringListMap`, `CloudProjectKubePlanList`. */
export function storedType(type: Type, structName: (struct: number) => string): string {
  if (type.of === "simple") return type.name;
  if (type.of === "struct") return structName(type.struct);
  return `${storedType(type.element, structName)}${type.of === "map" ? "Map" : "List"}`;
}

/** The library's class that reads a collection of plain values; `undefined` where it has none. */
export function libraryClass(type: Collection): string | undefined {
  const own = storedType(type, () => "");
  const name = own.slice(0, 1).toUpperCase() + own.slice(1);
  if (STORED.has(name)) return name;
  if (type.element.of === "simple" || type.element.of === "struct") return undefined;
  const nearest = `Any${type.element.of === "map" ? "Map" : "List"}${type.of === "map" ? "Map" : "List"}`;
  return STORED.has(nearest) ? nearest : undefined;
}

/** Whether the library has a plain token for it. */
function isTokenizable(type: Type): boolean {
  if (type.of === "simple") return true;
  if (type.of === "struct") return false;
  const element = type.element.of === "simple" ? type.element.name : undefined;
  return type.of === "map" ? element !== undefined : element === "string" || element === "number";
}

/** How an attribute is read: as a token, or through an object that is kept. */
export function isKept(type: Type, assignable: boolean, computed: boolean): boolean {
  if (structOf(type) !== undefined) return true;
  if (assignable || !computed || type.of === "simple" || type.of === "struct") return false;
  return (!isTokenizable(type) || type.of === "map") && libraryClass(type) !== undefined;
}
