import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { Fixes } from "./index.ts";

/** Writes what changed, each file at once and whole; gives what puts everything back. */
export function write({ code }: Fixes): () => void {
  const changed = code.flatMap((one) => one.changed());
  const written: { readonly file: string; readonly before: string }[] = [];
  const restore = (): void => {
    for (const { file, before } of written) replace(file, before);
  };
  try {
    for (const { file, before, after } of changed) {
      replace(file, after);
      written.push({ file, before });
    }
  } catch (error) {
    restore();
    throw error;
  }
  return restore;
}

/** A reader sees the old text or the new one, never a part. A link stays a link. */
function replace(file: string, text: string): void {
  const real = realpathSync(file);
  const next = `${real}.${process.pid}.next`;
  try {
    writeFileSync(next, text, { mode: statSync(real).mode });
    renameSync(next, real);
  } finally {
    rmSync(next, { force: true });
  }
}
