import { STEPS } from "./steps.generated.ts";

/** A window has so many bytes at most. */
export const LARGEST_WINDOW = 1 << 20;
/** So many windows have a place. */
export const MOST_WINDOWS = 6;

/** What is noted stands first; behind each window stand zeros, at which every step ends. */
const FIRST_WINDOW = 1 << 16;
const BEHIND = 64;
const TABLE = 1 << 14;

/** Steps over whole values in WebAssembly, several times faster than compiled JavaScript does, and from the first one on. */
export class Steps {
  readonly #module: Exports;
  readonly #noted: Int32Array;

  private constructor(module: Exports) {
    this.#module = module;
    this.#noted = new Int32Array(module.memory.buffer, TABLE, (FIRST_WINDOW - TABLE) / 4);
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
   * @returns good until the next is noted; undefined: they are too many
   */
  members(window: Buffer, at: number, levels: number): Int32Array | undefined {
    const { byteOffset } = window;
    const count = this.#module.note(byteOffset + at, byteOffset, levels);
    return count < 0 ? undefined : this.#noted.subarray(0, count);
  }

  /** Whether a key of the members noted last is written with an escape. */
  get escapes(): boolean {
    return this.#module.escapes.value === 1;
  }
}

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly escapes: { readonly value: number };
  checked(at: number): number;
  note(at: number, base: number, levels: number): number;
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
