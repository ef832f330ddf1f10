import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import type { Seat } from "../step/step.ts";

/** Takes what an engine saves of a state that it could not store out of the stack's folder, with which it would be lost. Gives where it is; null: there is none. */
export function keepErrored({ cwd, papers }: Pick<Seat, "cwd" | "papers">): string | null {
  const file = join(cwd, "errored.tfstate");
  if (!existsSync(file)) return null;
  const kept = join(papers, "errored.tfstate");
  try {
    renameSync(file, kept);
    return kept;
  } catch {
    return file;
  }
}

/** What to do with it. */
export const erroredText = (stack: string, file: string): string =>
  `The state could not be written to its place. It is in ${file}. Before anything else, put it there: terroir state restore ${stack} ${file}. It holds secrets, unless it is encrypted.`;
