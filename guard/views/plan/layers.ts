import type { Reading } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import type { Link, Value } from "../../values/value.ts";
import { field, isList, isObject } from "./document.ts";

/** The same place in three trees: what stands there, whether it is unknown, whether it is sensitive. */
export interface Layers {
  readonly value: Json | undefined;
  readonly unknown: Json | undefined;
  readonly sensitive: Json | undefined;
  /** What stood there before a change that leaves the thing where it is; absent: nothing did, or nobody can tell what. */
  readonly was?: Layers | undefined;
}

/** What the configuration says of something that is not known yet. */
export interface Explain {
  unknown(path: string): { readonly cause: string; readonly refs: readonly string[]; readonly isId?: true };
  /**
   * Whether the configuration certainly does not write the attribute at this path: its value will be the provider's own choice.
   *
   * @param mayBeBlocks it may be a list of blocks: a dynamic one may write it, which a plan does not show
   */
  unwritten(path: string, mayBeBlocks?: boolean): boolean;
  /** Whether a text is made up, and so tells nothing. */
  madeUp?(text: string): boolean;
}

interface Segment {
  readonly name: string;
  readonly list: boolean;
}

const SEGMENTS = new Map<string, readonly Segment[]>();

function segmentsOf(path: string): readonly Segment[] {
  let segments = SEGMENTS.get(path);
  if (segments === undefined) {
    segments = path.split(".").map((part) => (part.endsWith("[]") ? { name: part.slice(0, -2), list: true } : { name: part, list: false }));
    SEGMENTS.set(path, segments);
  }
  return segments;
}

/**
 * Every value at a path in an object of the plan. A block may be an object or a list of one, whatever the path says, and a list at the end of a path
 * means its members. Nothing is copied: the three trees are walked side by side.
 */
export function readLayers(root: Layers, path: string, address: string, explain: Explain): readonly Reading[] {
  return new Walk(segmentsOf(path), address, explain).member(root, 0, "");
}

class Walk {
  readonly #segments: readonly Segment[];
  readonly #address: string;
  readonly #explain: Explain;

  constructor(segments: readonly Segment[], address: string, explain: Explain) {
    this.#segments = segments;
    this.#address = address;
    this.#explain = explain;
  }

  /** The member that the segment at `index` names. */
  member(layers: Layers, index: number, at: string): readonly Reading[] {
    const segment = this.#segments[index];
    if (segment === undefined) return this.#leaf(layers, at);
    if (layers.unknown === true) return this.#unknown(this.#rest(index, at), layers);
    if (nothing(layers.value) && !partly(layers.unknown)) return this.#missing(index, at);
    if (!nothing(layers.value) && !isObject(layers.value))
      return this.#put(at, layers, { kind: "unknown", cause: `${at || "it"} is no block`, refs: [] });
    return this.#standing(child(layers, segment.name), index, at === "" ? segment.name : `${at}.${segment.name}`);
  }

  /** What stands at the segment at `index`. */
  #standing(layers: Layers, index: number, at: string): readonly Reading[] {
    const last = index === this.#segments.length - 1;
    const listed = this.#segments[index]?.list === true;
    if (layers.unknown === true) {
      const path = this.#rest(index + 1, listed && !at.endsWith("]") ? `${at}[]` : at);
      if (!this.#explain.unwritten(at, listed)) return this.#unknown(path, layers);
      // Many providers say of a change that they will tell anew what they told before. What nobody writes stays as it was.
      if (layers.was !== undefined && !nothing(layers.was.value)) return this.#standing(layers.was, index, at);
      return listed ? [] : this.#missing(index + 1, at);
    }
    const length = Math.max(isList(layers.value) ? layers.value.length : 0, isList(layers.unknown) ? layers.unknown.length : 0);
    if (length > 0) return Array.from({ length }, (_, i) => this.member(element(layers, i), index + 1, `${at}[${i}]`)).flat();
    if (isList(layers.value)) return last && !listed ? this.#put(at, layers, { kind: "known", value: [] }) : [];
    if (last) return this.#leaf(layers, at);
    if (nothing(layers.value) && !partly(layers.unknown)) return listed ? [] : this.#missing(index + 1, at);
    return this.member(layers, index + 1, listed ? `${at}[0]` : at);
  }

  #leaf(layers: Layers, at: string): readonly Reading[] {
    if (hasUnknown(layers.unknown))
      return this.#put(at, layers, {
        kind: "unknown",
        ...this.#explain.unknown(at),
        ...(isObject(layers.value) && { isObject: true as const }),
      });
    const { value } = layers;
    if (typeof value === "string" && this.#explain.madeUp?.(value) === true && this.#explain.unwritten(at))
      return this.#put(at, layers, { kind: "absent" });
    if (typeof value === "string" && this.#explain.madeUp?.(value) === true)
      return this.#put(at, layers, {
        kind: "unknown",
        cause: "the rehearsal made it up, and only a real plan knows it",
        refs: this.#explain.unknown(at).refs,
      });
    return value === undefined || value === null
      ? this.#put(at, layers, { kind: "absent" })
      : this.#put(at, layers, { kind: "known", value });
  }

  /** A missing block that may come many times is none; anything else is absent. */
  #missing(index: number, at: string): readonly Reading[] {
    if (this.#segments.slice(index).some((segment) => segment.list)) return [];
    return this.#put(this.#rest(index, at), { value: undefined, unknown: undefined, sensitive: undefined }, { kind: "absent" });
  }

  #unknown(at: string, layers: Layers): readonly Reading[] {
    return this.#put(at, layers, { kind: "unknown", ...this.#explain.unknown(at) });
  }

  #put(path: string, { sensitive }: Layers, value: Chainless<Value>): readonly Reading[] {
    const at = `${this.#address}.${path}`;
    const text = value.kind === "known" ? shown(value.value) : undefined;
    const link: Link = sensitive === true ? { at, sensitive } : text === undefined ? { at } : { at, text };
    return [{ path, value: { ...value, chain: [link] } }];
  }

  #rest(index: number, at: string): string {
    const after = this.#segments.slice(index).map(({ name, list }) => `${name}${list ? "[]" : ""}`);
    return [...(at === "" ? [] : [at]), ...after].join(".");
  }
}

type Chainless<V> = V extends unknown ? Omit<V, "chain"> : never;

/** Something within is unknown: the block will be there, although the tree of values has nothing yet. */
const partly = (unknown: Json | undefined): boolean => isObject(unknown) && Object.keys(unknown).length > 0;

const nothing = (value: Json | undefined): value is null | undefined => value === undefined || value === null;

function child({ value, unknown, sensitive, was }: Layers, key: string): Layers {
  return {
    value: field(value, key),
    unknown: unknown === true ? true : field(unknown, key),
    sensitive: sensitive === true ? true : field(sensitive, key),
    was: was === undefined ? undefined : child(was, key),
  };
}

function element({ value, unknown, sensitive, was }: Layers, index: number): Layers {
  return {
    value: isList(value) ? value[index] : undefined,
    unknown: unknown === true ? true : isList(unknown) ? unknown[index] : undefined,
    sensitive: sensitive === true ? true : isList(sensitive) ? sensitive[index] : undefined,
    // Of several, nobody says which was which.
    was: was !== undefined && isOnly(was.value) && isOnly(value) ? element(was, index) : undefined,
  };
}

const isOnly = (json: Json | undefined): boolean => isList(json) && json.length === 1;

/** Whether something within is unknown: the whole is then not what it seems. Bounded, since the tree is somebody else's. */
function hasUnknown(open: Json | undefined, depth = 0): boolean {
  if (open === true) return true;
  if (typeof open !== "object" || open === null) return false;
  if (depth > 50) return true;
  return Object.values(open).some((one) => hasUnknown(one, depth + 1));
}

function shown(value: Json): string {
  if (isList(value)) return `[${value.length}]`;
  if (isObject(value)) return "{…}";
  const text = String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
