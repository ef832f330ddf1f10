import type { Subject } from "../subject/infrastructure.ts";
import type { Hearing } from "./hearing.ts";

let slots = 0;

/**
 * Makes a fact that all subjects of one sort share: it is computed for the first of them. Ten thousand buckets under one provider block have one
 * operator, one placement and one set of endpoints.
 */
export function perSort<T extends NonNullable<unknown>>(
  compute: (hearing: Hearing, subject: Subject) => T,
): (hearing: Hearing, subject: Subject) => T {
  const slot = slots++;
  return (hearing, subject) => {
    const known = hearing.sortOf(subject);
    const found = known[slot];
    if (found !== undefined) return found as T;
    const made = compute(hearing, subject);
    known[slot] = made;
    return made;
  };
}

/** Makes a fact of a hearing that depends on one key only: a region's standing, what is found beside a type. */
export function perKey<K, T extends NonNullable<unknown>>(compute: (hearing: Hearing, key: K) => T): (hearing: Hearing, key: K) => T {
  const shelf = shelfOf<K, T>();
  return (hearing, key) => {
    const known = shelf(hearing);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = compute(hearing, key);
    known.set(key, made);
    return made;
  };
}

/** A place in each hearing for what is computed there once for each key. */
export function shelfOf<K, T>(): (hearing: Hearing) => Map<K, T> {
  const slot = slots++;
  return ({ shared }) => {
    let known = shared[slot] as Map<K, T> | undefined;
    if (known === undefined) {
      known = new Map();
      shared[slot] = known;
    }
    return known;
  };
}

/** The same for subjects, of which no more are kept than somebody else keeps. */
export function subjectShelf<T>(): (hearing: Hearing) => WeakMap<Subject, T> {
  const slot = slots++;
  return ({ shared }) => {
    let known = shared[slot] as WeakMap<Subject, T> | undefined;
    if (known === undefined) {
      known = new WeakMap();
      shared[slot] = known;
    }
    return known;
  };
}
