import { STEPS } from "./steps.generated.ts";

/** A window has so many bytes at most. */
export const LARGEST_WINDOW = 1 << 20;
/** So many windows have a place. */
export const MOST_WINDOWS = 6;

/** Where parts of the memory begin. Behind each window stand zeros, at which every step ends. */
const NAMES = 1 << 14;
const GATHERED = 1 << 15;
const TABLES = 1 << 16;
const FIRST_WINDOW = 3 << 16;
const BEHIND = 64;

/** So many objects at a time are noted, and so much of each. */
const MOST_TABLES = 8;
const TABLE = (FIRST_WINDOW - TABLES) / MOST_TABLES;

/** Steps over whole values in WebAssembly, several times faster than compiled JavaScript does, and from the first one on. */
export class Steps {
  readonly #module: Exports;
  readonly #memory: Buffer;
  readonly #tables: readonly Int32Array[];
  /** Who has noted something in each table, and when. */
  readonly #owners = new Array<object | undefined>(MOST_TABLES);
  readonly #used = new Array<number>(MOST_TABLES).fill(0);
  #clock = 0;
  /** Where lists of names are written. */
  #names = new WeakMap<readonly string[], number>();
  #namesTo = NAMES;

  private constructor(module: Exports) {
    this.#module = module;
    const { buffer } = module.memory;
    this.#memory = Buffer.from(buffer);
    this.#tables = Array.from({ length: MOST_TABLES }, (_, table) => new Int32Array(buffer, TABLES + table * TABLE, TABLE / 4));
  }

  /** Those of this process. Undefined where the processor or this way to run Node.js has none: everything is then read without. */
  static shared(): Steps | undefined {
    if (made === undefined) made = make();
    return made ?? undefined;
  }

  static of(module: object): Steps {
    return new Steps(new WebAssembly.Instance(module).exports as Exports);
  }

  /** Memory of one window, in which steps can be made. */
  window(place: number, length: number): Buffer {
    const { buffer } = this.#module.memory;
    const from = FIRST_WINDOW + place * (LARGEST_WINDOW + BEHIND);
    new Uint8Array(buffer, from + length, BEHIND).fill(0);
    return Buffer.from(buffer, from, length);
  }

  /**
   * Checks the value that begins at `at`: every byte of it, with every key once in its object. That it is UTF-8 is not looked at.
   *
   * @returns where it has ended, which may be behind what was meant to be read; -1: it is not plain at a glance, or none
   */
  checked(window: Buffer, at: number): number {
    const to = this.#module.checked(window.byteOffset + at);
    return to === 0 ? -1 : to - window.byteOffset;
  }

  /**
   * Notes the members of the well-formed object that opens at `at`: of each its key, its value, and where the member after it is noted.
   *
   * @param owner who may look at them as long as `has` says so
   * @returns undefined: they are too many
   */
  members(owner: object, window: Buffer, at: number, levels: number): Noted | undefined {
    const { byteOffset } = window;
    const table = this.#tableFor(owner);
    const from = TABLES + table * TABLE;
    const count = this.#module.note(byteOffset + at, byteOffset, levels, from, from + TABLE);
    if (count >= 0) return { table, numbers: this.#tables[table] as Int32Array, count };
    this.#owners[table] = undefined;
    return undefined;
  }

  /** Whether what was noted for somebody is still there. */
  has(owner: object, table: number): boolean {
    return this.#owners[table] === owner;
  }

  #tableFor(owner: object): number {
    let oldest = 0;
    for (let table = 0; table < MOST_TABLES; table++) {
      if (this.#owners[table] === owner) {
        oldest = table;
        break;
      }
      if ((this.#used[table] as number) < (this.#used[oldest] as number)) oldest = table;
    }
    this.#owners[oldest] = owner;
    this.#used[oldest] = ++this.#clock;
    return oldest;
  }

  /**
   * What is written under each of some names, among members from one to another in a table; a line break behind each.
   *
   * @returns in one character a byte; undefined: it is too much
   */
  gathered(table: number, window: Buffer, first: number, end: number, names: readonly string[]): string | undefined {
    const at = this.#names.get(names) ?? this.#write(names);
    if (at < 0) return undefined;
    const from = TABLES + table * TABLE;
    const to = this.#module.gather(from, window.byteOffset, from + first * 4, from + end * 4, at, names.length, GATHERED);
    return to === 0 ? undefined : this.#memory.toString("latin1", GATHERED, to);
  }

  #write(names: readonly string[]): number {
    const bytes = names.map((name) => Buffer.from(name));
    const length = bytes.reduce((sum, one) => sum + 2 + one.length, 0);
    if (length > GATHERED - NAMES - 8 || bytes.some((one) => one.length > 0xffff)) return -1;
    if (this.#namesTo + length > GATHERED - 8) {
      this.#names = new WeakMap();
      this.#namesTo = NAMES;
    }
    const at = this.#namesTo;
    for (const one of bytes) {
      this.#namesTo = this.#memory.writeUInt16LE(one.length, this.#namesTo);
      this.#namesTo += one.copy(this.#memory, this.#namesTo);
    }
    this.#names.set(names, at);
    return at;
  }

  /** Whether a key of the members noted last is written with an escape. */
  get escapes(): boolean {
    return this.#module.escapes.value === 1;
  }
}

/** Where members are noted. */
export interface Noted {
  readonly table: number;
  readonly numbers: Int32Array;
  readonly count: number;
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly escapes: { readonly value: number };
  checked(at: number): number;
  note(at: number, base: number, levels: number, table: number, tableEnd: number): number;
  gather(table: number, base: number, first: number, end: number, names: number, count: number, out: number): number;
}

/** As much of it as is used here; the types of Node.js have none. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

let made: Steps | null | undefined;

function make(): Steps | null {
  try {
    return Steps.of(new WebAssembly.Module(Buffer.from(STEPS, "base64")));
  } catch {
    return null;
  }
}
