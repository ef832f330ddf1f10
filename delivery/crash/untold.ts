import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Lost } from "./lost.ts";

const END = ".lost";
const fileOf = (folder: string, stack: string): string => join(folder, `${stack}${END}`);

/**
 * Keeps what was found to be lost until a deployment has refused the stack for it. The run that finds it may be a plan, which refuses nothing, or be
 * killed in its turn: what it alone knew, nobody would.
 *
 * @param folder that of the marks
 */
export function keepUntold(folder: string, stack: string, lost: readonly Lost[]): void {
  if (lost.length === 0) return;
  const file = fileOf(folder, stack);
  const former = (untoldIn(folder).get(stack) ?? []).filter(({ address }) => !lost.some((one) => one.address === address));
  writeFileSync(`${file}.next`, JSON.stringify([...former, ...lost]), { mode: 0o600, flush: true });
  renameSync(`${file}.next`, file);
}

/** By stack. */
export function untoldIn(folder: string): Map<string, readonly Lost[]> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith(END));
  return new Map(
    names.map((name) => [name.slice(0, -END.length), JSON.parse(readFileSync(join(folder, name), "utf8")) as readonly Lost[]]),
  );
}

/** Forgets what is no longer among these. */
export function forgetTold(folder: string, untold: ReadonlyMap<string, unknown>): void {
  for (const stack of untoldIn(folder).keys()) if (!untold.has(stack)) rmSync(fileOf(folder, stack), { force: true });
}
