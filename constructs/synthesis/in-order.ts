/**
 * The same value with its keys in order, so that the engine's own writer of JSON, which is twice as fast as ours, keeps that order. Undefined where
 * it could not: it puts keys that are numbers before all others, and has rules of its own for what is no plain data.
 */
export function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return typeof value === "bigint" ? undefined : value;
  return Array.isArray(value) ? listInOrder(value) : objectInOrder(value);
}

function listInOrder(list: readonly unknown[]): unknown {
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    const ordered = item === undefined ? null : inOrder(item);
    if (ordered === undefined) return undefined;
    if (copy === undefined && ordered !== item) copy = list.slice(0, i);
    copy?.push(ordered);
  }
  return copy ?? list;
}

/** Objects that are in order with all that is in them, as whoever made them knows. */
export const ORDERED = new WeakSet<object>();

function objectInOrder(object: object): unknown {
  if (ORDERED.has(object)) return object;
  const proto = Object.getPrototypeOf(object) as unknown;
  if ((proto !== Object.prototype && proto !== null) || "toJSON" in object) return undefined;
  const fields = object as Record<string, unknown>;
  const keys = Object.keys(fields);
  // What is in order, with all that is in it, is taken as it is.
  let copy: Record<string, unknown> | undefined = isSorted(keys) ? undefined : {};
  sorted(keys);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    const field = fields[key];
    if (field === undefined) continue;
    const ordered = isUnruly(key) ? undefined : inOrder(field);
    if (ordered === undefined) return undefined;
    if (copy === undefined && ordered !== field) {
      copy = {};
      for (let j = 0; j < i; j++) copy[keys[j] as string] = fields[keys[j] as string];
    }
    if (copy !== undefined) copy[key] = ordered;
  }
  return copy ?? object;
}

/** A number, which is put first whenever it was added; the key that is none when assigned to; the one that says what to write instead. */
export function isUnruly(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39 && /^\d+$/.test(key)) || key === "__proto__" || key === "toJSON";
}

export function isSorted(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) if ((keys[i - 1] as string) > (keys[i] as string)) return false;
  return true;
}

/** Few keys are put in order where they stand: most objects have a handful, and many are in order already. */
const FEW = 24;

/** Sorts in place, as `sort` does by default. */
export function sorted(keys: string[]): readonly string[] {
  if (keys.length > FEW) return isSorted(keys) ? keys : keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] as string;
    let at = i;
    for (; at > 0 && (keys[at - 1] as string) > key; at--) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
  return keys;
}

/** Sorts keys in place, and the values with them. */
export function sortTogether(keys: string[], values: unknown[]): void {
  if (keys.length > FEW) {
    const byKey = new Map(keys.map((key, i) => [key, values[i]]));
    keys.sort();
    for (let i = 0; i < keys.length; i++) values[i] = byKey.get(keys[i] as string);
    return;
  }
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] as string;
    const value = values[i];
    let at = i;
    for (; at > 0 && (keys[at - 1] as string) > key; at--) {
      keys[at] = keys[at - 1] as string;
      values[at] = values[at - 1];
    }
    keys[at] = key;
    values[at] = value;
  }
}
