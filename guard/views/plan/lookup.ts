import { withoutLastKey } from "../../subject/instance-keys.ts";
import { knownIds } from "../../subject/known-by.ts";
import { isDeposed, withoutKeys } from "./address.ts";
import type { Planned } from "./subjects.ts";

/** A list of a document, of which each is read when it is asked for. */
export interface Listed<T> {
  readonly length: number;
  /** Address and type, without reading the rest. */
  headAt(index: number): readonly [address: string, type: string];
  at(index: number): T;
}

/** Lists one after the other. */
export function inOrder<T>(lists: readonly Listed<T>[]): Listed<T> {
  const of = <R>(index: number, ask: (list: Listed<T>, at: number) => R): R => {
    let at = index;
    for (const list of lists) {
      if (at < list.length) return ask(list, at);
      at -= list.length;
    }
    throw new RangeError(`there is no number ${index}`);
  };
  return {
    length: lists.reduce((sum, { length }) => sum + length, 0),
    headAt: (index) => of(index, (list, at) => list.headAt(at)),
    at: (index) => of(index, (list, at) => list.at(at)),
  };
}

/** Something of a document by its number: a change, what has drifted, what was there before. Each counts where nothing before it speaks of it. */
export interface Numbered {
  readonly length: number;
  /** Where changes end, and what has drifted; the rest was there before. */
  readonly parts: readonly [changes: number, drifted?: number];
  /** Address and type, without reading the rest. */
  headAt(index: number): readonly [address: string, type: string];
  subjectAt(index: number): Planned;
}

/** One number is kept as such: nearly every address has one subject only. */
type Numbers = Map<string, number | number[]>;

/** So many subjects are remembered: while one is judged, whoever is found again is the same. */
const KEPT = 1000;

/** Finds subjects of a document by what others say of them. Nothing is looked for before somebody asks, and few are kept. */
export class Lookup {
  readonly #all: Numbered;
  readonly #byAddress = new Map<string, Numbers>();
  /** Those of which the address says another type than they do, by that. */
  readonly #otherwise: Numbers = new Map();
  #byType: Numbers | undefined;
  #byId: Numbers | undefined;
  readonly #spoken = new Map<number, ReadonlySet<string>>();
  readonly #instances = new Map<string, readonly string[]>();
  readonly #found = new Map<number, Planned>();
  #current: { readonly index: number; readonly subject: Planned } | undefined;

  constructor(all: Numbered) {
    this.#all = all;
  }

  /** One after the other; whoever looks for the one at hand finds the same. */
  *subjects(): Iterable<Planned> {
    for (let index = 0; index < this.#all.length; index++) {
      if (!this.#counts(index)) continue;
      const subject = this.#found.get(index) ?? this.#all.subjectAt(index);
      this.#current = { index, subject };
      if (this.#found.size > KEPT) this.#found.clear();
      yield subject;
    }
    this.#current = undefined;
  }

  /** What leaves may have the same address as what takes its place. */
  find(address: string): Planned | undefined {
    return this.#at(address).findLast((subject) => subject.leaves === undefined && subject.address === address);
  }

  /** Instances of a resource, those that leave too: `a.b[0]` and `a.b["x"]` of `a.b`. */
  instances(address: string): readonly Planned[] {
    return this.#at(address).filter((subject) => withoutLastKey(subject.address) === address);
  }

  /** Addresses by address without any key. */
  instancesOf(plain: string): readonly string[] {
    let found = this.#instances.get(plain);
    if (found === undefined) {
      found = this.#at(plain).flatMap((subject) => (subject.leaves === undefined && !isDeposed(subject.address) ? [subject.address] : []));
      if (this.#instances.size > KEPT) this.#instances.clear();
      this.#instances.set(plain, found);
    }
    return found;
  }

  *ofType(type: string): Iterable<Planned> {
    for (const index of numbers(this.#types, type)) {
      const subject = this.#subject(index);
      if (subject.kind === "resource" && subject.leaves === undefined && !isDeposed(subject.address)) yield subject;
    }
  }

  /** Those whose id the provider says to be this. */
  withId(id: string): readonly Planned[] {
    if (this.#byId === undefined) {
      this.#byId = new Map();
      for (let index = 0; index < this.#all.length; index++)
        if (this.#counts(index)) for (const known of knownIds(this.#all.subjectAt(index))) push(this.#byId, known, index);
    }
    return numbers(this.#byId, id).map((index) => this.#keep(index));
  }

  #addressesUpTo(end: number): ReadonlySet<string> {
    let spoken = this.#spoken.get(end);
    if (spoken === undefined) {
      const all = new Set<string>();
      for (let at = 0; at < end; at++) all.add(this.#all.headAt(at)[0]);
      spoken = all;
      this.#spoken.set(end, spoken);
    }
    return spoken;
  }

  #at(address: string): readonly Planned[] {
    const plain = withoutKeys(address);
    return numbers(this.#addressesOf(typeIn(plain)), plain).map((index) => this.#keep(index));
  }

  #subject(index: number): Planned {
    if (this.#current?.index === index) return this.#current.subject;
    return this.#found.get(index) ?? this.#all.subjectAt(index);
  }

  #keep(index: number): Planned {
    const subject = this.#subject(index);
    this.#found.set(index, subject);
    return subject;
  }

  #counts(index: number): boolean {
    const [changes, drifted = Number.POSITIVE_INFINITY] = this.#all.parts;
    return index < changes || !this.#addressesUpTo(index < drifted ? changes : drifted).has(this.#all.headAt(index)[0]);
  }

  get #types(): Numbers {
    if (this.#byType !== undefined) return this.#byType;
    const byType: Numbers = new Map();
    for (let index = 0; index < this.#all.length; index++) {
      if (!this.#counts(index)) continue;
      const [address, type] = this.#all.headAt(index);
      push(byType, type, index);
      const said = typeIn(withoutKeys(address));
      if (said !== type) push(this.#otherwise, said, index);
    }
    this.#byType = byType;
    return byType;
  }

  /** Addresses without keys, of one type: a plan has many more than anybody looks for. */
  #addressesOf(type: string): Numbers {
    let found = this.#byAddress.get(type);
    if (found === undefined) {
      found = new Map();
      const same = numbers(this.#types, type);
      const others = numbers(this.#otherwise, type);
      const all = others.length === 0 ? same : [...same, ...others].sort((a, b) => a - b);
      for (const index of all) push(found, withoutKeys(this.#all.headAt(index)[0]), index);
      this.#byAddress.set(type, found);
    }
    return found;
  }
}

/** `module.a.data.ovh_b.c` → `ovh_b`. */
function typeIn(plain: string): string {
  const end = plain.lastIndexOf(".");
  return plain.slice(plain.lastIndexOf(".", end - 1) + 1, Math.max(end, 0));
}

function push(to: Numbers, key: string, index: number): void {
  const present = to.get(key);
  if (present === undefined) to.set(key, index);
  else if (typeof present === "number") to.set(key, [present, index]);
  else present.push(index);
}

function numbers(of: Numbers | undefined, key: string): readonly number[] {
  const found = of?.get(key);
  return found === undefined ? [] : typeof found === "number" ? [found] : found;
}
