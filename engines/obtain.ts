import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Environment, engineCache } from "./locate.ts";

export interface ObtainOptions {
  readonly env: Environment;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

export interface Obtained {
  readonly path: string;
  /** How it came here, for the list of candidates. */
  readonly because: string;
}

/** Gives `make` a folder beside the cache, then moves the program that it made to `path` in one step: a half-written engine is never found. */
export async function intoCache(env: Environment, path: string, make: (folder: string) => Promise<string>): Promise<string> {
  const cache = engineCache(env);
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, ".new-"));
  try {
    const made = await make(folder);
    mkdirSync(dirname(path), { recursive: true });
    renameSync(made, path);
    return path;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
