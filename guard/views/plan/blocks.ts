import type { Piece, Pieces } from "../shown/piece.ts";

/** The resource blocks of one module, by name. A plan may have as many as resources: each is read when it is asked for. */
export class Blocks {
  readonly #pieces: Pieces;
  readonly #asked: Uint8Array;
  #last = -1;
  #byName: Map<string, number> | undefined;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
    this.#asked = new Uint8Array(pieces.length);
  }

  /** The block of a resource. Engines list changes in the order of their blocks, mostly, which is seen without reading a name. */
  of(mode: string | undefined, type: string, name: string): Piece | undefined {
    const next = this.#last + 1;
    const piece = this.#byName === undefined && next < this.#pieces.length ? this.#pieces.at(next) : undefined;
    if (mode === "managed" && piece?.says?.("mode", mode) && piece.says("type", type) && piece.says("name", name)) {
      this.#last = next;
      this.#asked[next] = 1;
      return piece;
    }
    return this.find(nameOf(mode, type, name));
  }

  /** @param name `data.t.n`, `ephemeral.t.n` or `t.n` */
  find(name: string): Piece | undefined {
    const index = this.#indexOf(name);
    if (index === undefined) return undefined;
    this.#last = index;
    this.#asked[index] = 1;
    return this.#pieces.at(index);
  }

  /** Those that nobody has asked for yet. */
  *others(): Iterable<readonly [name: string, block: Piece]> {
    for (let index = 0; index < this.#pieces.length; index++) {
      if (this.#asked[index] === 1) continue;
      const name = this.#nameAt(index);
      if (name === undefined) continue;
      yield [name, this.#pieces.at(index)];
      // Whoever judged it in between asked for it; whoever goes through them again finds it again.
      this.#asked[index] = 0;
    }
  }

  /** Keys of the provider configurations that they name. */
  *providerKeys(): Iterable<string> {
    for (let index = 0; index < this.#pieces.length; index++) {
      const [key] = this.#pieces.at(index).texts(KEY);
      if (key !== undefined) yield key;
    }
  }

  /** Engines list changes in the order of their blocks, mostly. */
  #indexOf(name: string): number | undefined {
    if (this.#byName === undefined) {
      for (const index of [this.#last + 1, this.#last]) if (this.#nameAt(index) === name) return index;
      this.#byName = this.#named();
    }
    return this.#byName.get(name);
  }

  #named(): Map<string, number> {
    const named = new Map<string, number>();
    for (let index = 0; index < this.#pieces.length; index++) {
      const name = this.#nameAt(index);
      if (name !== undefined) named.set(name, index);
    }
    return named;
  }

  #nameAt(index: number): string | undefined {
    if (index < 0 || index >= this.#pieces.length) return undefined;
    const [mode, type, name] = this.#pieces.at(index).texts(NAME);
    return type === undefined || name === undefined ? undefined : nameOf(mode, type, name);
  }
}

const NAME = ["mode", "type", "name"];
const KEY = ["provider_config_key"];

/** As other blocks of the module refer to it. */
export const nameOf = (mode: string | undefined, type: string, name: string): string =>
  mode === undefined || mode === "managed" ? `${type}.${name}` : `${mode}.${type}.${name}`;
