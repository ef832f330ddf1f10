import { isExact } from "./exact-number.ts";
import type { Json } from "./json.ts";
import { isObject } from "./term.ts";

/** A scalar as text, as Terraform converts it; undefined where the exact text is not known, or where there is none. */
export function text(value: Json | undefined): string | undefined {
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
      return String(value);
    case "number":
      return Number.isInteger(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : decimal(value);
    default:
      return undefined;
  }
}

/** Fractions that were written in full are the same text in both number systems; long ones may be the trace of a computation. */
function decimal(value: number): string | undefined {
  const written = String(value);
  return /^-?\d+\.\d{1,6}$/.test(written) ? written : undefined;
}

export function number(value: Json | undefined): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || !/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return undefined;
  if (!isExact(value)) return undefined;
  const result = Number(value);
  return Math.abs(result) <= Number.MAX_SAFE_INTEGER ? result : undefined;
}

export function boolean(value: Json | undefined): boolean | undefined {
  if (value === "true" || value === true) return true;
  if (value === "false" || value === false) return false;
  return undefined;
}

/**
 * Whether two values are equal as Terraform sees it. Undefined where that depends on types that a JSON document does not tell: `["a"]` equals
 * `["a"]`, and does not equal `tolist(["a"])`; collections with the same members may be the same or not.
 */
export function equal(a: Json, b: Json): boolean | undefined {
  if (typeof a !== typeof b && a !== null && b !== null) return text(a) !== undefined && text(a) === text(b) ? undefined : false;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false;
    return differ(a.map((one: Json, index) => equal(one, b[index] ?? null)));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false;
    return differ(keys.map((key) => equal(a[key] ?? null, b[key] ?? null)));
  }
  return a === b;
}

/** False when one pair differs; that all are alike proves nothing. */
function differ(results: readonly (boolean | undefined)[]): false | undefined {
  return results.includes(false) ? false : undefined;
}
