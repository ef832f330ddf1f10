/** A value that the engine will only know later. Its refinements (not null, a prefix, a length) are kept as they came. */
export class Unknown {
  readonly code: number;
  readonly data: Uint8Array;
  constructor(code: number, data: Uint8Array) {
    this.code = code;
    this.data = data;
  }
}

/** An unknown of which nothing more is said. */
export const UNKNOWN: Unknown = new Unknown(0, new Uint8Array([0]));

/** A value of the engine, as MessagePack carries it. Bytes appear only in values of dynamic type, which are pairs of a type and a value. */
export type Value = null | boolean | number | bigint | string | Uint8Array | Unknown | readonly Value[] | ObjectValue;
export interface ObjectValue {
  readonly [key: string]: Value;
}

export function isObject(value: Value | undefined): value is ObjectValue {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Unknown) && !(value instanceof Uint8Array)
  );
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Deep equality. Unknowns are equal to none, themselves included: whether they will be is not known. */
export function equal(a: Value | undefined, b: Value | undefined): boolean {
  if (a instanceof Unknown || b instanceof Unknown) return false;
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  if (a instanceof Uint8Array || b instanceof Uint8Array) {
    return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  }
  if (isList(a) || isList(b)) {
    return isList(a) && isList(b) && a.length === b.length && a.every((x, i) => equal(x, b[i]));
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => Object.hasOwn(b, k) && equal(a[k], b[k]));
}

/** Whether a value is known through and through. */
export function isKnown(value: Value | undefined): boolean {
  if (value instanceof Unknown) return false;
  if (isList(value)) return value.every(isKnown);
  if (isObject(value)) return Object.values(value).every(isKnown);
  return true;
}
