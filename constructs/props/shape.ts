/** What a prop may be, as `generated.ts` writes it off the props' own types. */
import { isPlace } from "../../clouds/contract/index.ts";

/** By name of the prop; a name that ends in `?` may be left out. */
export type Keys = Readonly<Record<string, Shape>>;

/**
 * What a value may be: `text`, `number`, `flag`, `list`, `any`, `place`, `made Network` for what a class makes, a literal in its own quotes, or one of
 * several.
 */
export type Shape = string | readonly Shape[] | { readonly list: Shape } | { readonly table: Shape } | { readonly keys: Keys };

export const hasKeys = (shape: Shape | undefined): shape is { readonly keys: Keys } =>
  typeof shape === "object" && !Array.isArray(shape) && "keys" in shape;

/** Names without the mark of what may be left out. */
export const namesOf = (keys: Keys): readonly string[] => Object.keys(keys).map((key) => key.replace(/\?$/, ""));

/** Values that a class makes are known by being objects: a program may hold two copies of this library. */
export function isA(shape: string, value: unknown): boolean {
  if (shape.startsWith("'")) return value === shape.slice(1, -1);
  if (shape === "place") return isPlace(value);
  if (shape.startsWith("made"))
    return (typeof value === "object" && value !== null && !Array.isArray(value)) || typeof value === "function";
  if (shape === "list") return Array.isArray(value);
  if (shape === "text") return typeof value === "string";
  if (shape === "number") return typeof value === "number";
  return shape === "flag" ? typeof value === "boolean" : true;
}
