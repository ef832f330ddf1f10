import { resolve } from "node:path";
import { withCalled } from "../folder/module-of-code.ts";
import { readFolder } from "./folder.ts";
import type { Module } from "./module.ts";
import { folders } from "./stack-folders.ts";

/** The stacks of a synthesized folder, read once, when the first of them reads the state of another. */
export class SiblingStacks {
  readonly #folder: string;
  #modules: readonly Module[] | undefined;

  /** @param folder what SovereignApp or a plain cdktf App wrote */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @internal Those in other folders. */
  without(own: readonly string[]): readonly Module[] {
    this.#modules ??= folders(this.#folder).flatMap((folder) => {
      const module = readFolder(folder, folder);
      return module === undefined ? [] : [withCalled(module, folder, (path) => path)];
    });
    const known = new Set(own.map((folder) => resolve(folder)));
    return this.#modules.filter(({ origin }) => !known.has(resolve(origin)));
  }
}
