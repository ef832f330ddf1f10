import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Home } from "../home.ts";

/** The folder for what a run writes of a stack, made. */
export function papersOf(home: Home, run: string, stack: string): string {
  const folder = join(home.runs, run, stack);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
