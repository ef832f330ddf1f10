import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { diskFull, InputError } from "./errors.ts";

/**
 * Makes a folder that somebody named, with those above it, for its owner alone, and makes sure that it may be written to. Each is made by itself:
 * Node's own way to make several never ends where one cannot be made (below /proc, with Node 20).
 *
 * @throws InputError that names it
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  try {
    for (const one of missing) made(one);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (diskFull(error) !== undefined) throw error;
    throw new InputError(`${folder} is no folder that can be written to: ${(error as Error).message}. Name another one.`, { cause: error });
  }
}

function made(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Somebody else was faster.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
