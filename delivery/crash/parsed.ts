import { readFileSync } from "node:fs";

/** What a file that runs keep says; undefined when it is not whole. */
export function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
