import type { Json } from "./json.ts";
import type { JsonObject } from "./json-term.ts";
import { isTemplate } from "./language/index.ts";
import { normalText } from "./normal-form.ts";
import type { Standing } from "./read-path.ts";
import { anyList, restOf, type Segment, segmentsOf } from "./segments.ts";
import { isList, isObject } from "./term.ts";
import type { Link, Value } from "./value.ts";

/** What lies beyond is left to `readPath`, which keeps account of its work. */
const MOST = 1000;
const DEEPEST = 8;

/**
 * What `readPath` says of a block, where all on the way to it is literal: no template, no computed key, no `dynamic` block, and nothing of which the
 * shape decides how it is read. Undefined: it is not so simple. Nearly every attribute of nearly every resource is, and no term has to be made for it.
 *
 * @param plain whether the block's own keys are known to be `hasPlainKeys`
 */
export function readLiteral(block: JsonObject, path: string, address: string, plain: boolean): readonly Standing[] | undefined {
  const walk = new Walk(segmentsOf(path), address);
  return walk.fields(block, 0, "", plain, 0) ? walk.found : undefined;
}

/** Whether every key of an object means itself. */
export function hasPlainKeys(object: JsonObject): boolean {
  for (const key of Object.keys(object)) if (!PLAIN.has(key) && !isPlain(key)) return false;
  return true;
}

const PLAIN = new Set<string>();

function isPlain(key: string): boolean {
  if (key === "dynamic" || isTemplate(key) || normalText(key) !== key) return false;
  if (PLAIN.size < MOST) PLAIN.add(key);
  return true;
}

/** Each step is false where it gives up. */
class Walk {
  readonly found: Standing[] = [];
  readonly #segments: readonly Segment[];
  readonly #address: string;
  #members = 0;

  constructor(segments: readonly Segment[], address: string) {
    this.#segments = segments;
    this.#address = address;
  }

  /** The field of an object that the segment at `index` names. */
  fields(object: JsonObject, index: number, before: string, plain: boolean, depth: number): boolean {
    const segment = this.#segments[index];
    if (segment === undefined || (!plain && !hasPlainKeys(object))) return false;
    const value = Object.hasOwn(object, segment.name) ? object[segment.name] : undefined;
    return value === undefined
      ? this.#missing(index, before)
      : this.#standing(value, index, before === "" ? segment.name : `${before}.${segment.name}`, depth);
  }

  /** What stands at the segment at `index`. */
  #standing(value: Json, index: number, path: string, depth: number): boolean {
    const last = index === this.#segments.length - 1;
    const list = this.#segments[index]?.list === true;
    if (typeof value !== "object") return last && this.#leaf(value, path);
    if (value === null) return last ? this.#put(path, { kind: "absent", chain: this.#chain(path) }) : this.#missing(index + 1, path);
    if (depth > DEEPEST) return false;
    if (isList(value)) {
      this.#members += value.length;
      if (this.#members > MOST || (value.length === 0 && last && !list)) return false;
      for (let at = 0; at < value.length; at++) if (!this.#member(value[at] ?? null, index, `${path}[${at}]`, depth + 1)) return false;
      return true;
    }
    if (!isObject(value)) return false;
    if (!list) return this.fields(value, index + 1, path, false, depth + 1);
    // A map of blocks is told from a block by what is in it.
    return Object.hasOwn(value, this.#segments[index + 1]?.name ?? "") && this.fields(value, index + 1, `${path}[0]`, false, depth + 1);
  }

  #member(value: Json, index: number, path: string, depth: number): boolean {
    if (isList(value)) return this.#standing(value, index, path, depth);
    if (isObject(value)) return this.fields(value, index + 1, path, false, depth);
    const last = index === this.#segments.length - 1;
    if (value === null) return last ? this.#put(path, { kind: "absent", chain: this.#chain(path) }) : this.#missing(index + 1, path);
    return last && this.#leaf(value as string | number | boolean, path);
  }

  #leaf(value: string | number | boolean, path: string): boolean {
    if (typeof value !== "string") return this.#put(path, { kind: "known", value, chain: this.#chain(path) });
    return !isTemplate(value) && this.#put(path, { kind: "known", value: normalText(value), chain: this.#chain(path) });
  }

  #missing(index: number, before: string): boolean {
    if (anyList(this.#segments, index)) return true;
    const path = restOf(this.#segments, index, before);
    return this.#put(path, { kind: "absent", chain: this.#chain(path) });
  }

  #put(path: string, value: Value): boolean {
    this.found.push({ path, value });
    return true;
  }

  /** The way of a value begins at the attribute itself. */
  #chain(path: string): readonly Link[] {
    return [{ at: `${this.#address}.${path}` }];
  }
}
