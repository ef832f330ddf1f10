import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import type { Lost } from "./lost.ts";
import { parsed } from "./parsed.ts";

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
    names.map((name) => {
      const stack = name.slice(0, -END.length);
      return [stack, lostIn(join(folder, name), stack)];
    }),
  );
}

/** @throws InputError when the file does not say what it should: nobody else knows it either */
function lostIn(file: string, stack: string): readonly Lost[] {
  const found = parsed(file);
  if (Array.isArray(found) && found.every(isLost)) return found;
  throw new InputError(
    `${file} cannot be read: it was cut off, or changed by hand. It says what a dead engine may have made of ${stack} without the state knowing it. Look at the cloud for what belongs to ${stack} and is not in its state, then delete this file, and take in what you found with \`terroir import ${stack} ADDRESS ID\` before you deploy.`,
  );
}

function isLost(one: unknown): one is Lost {
  const { address, id, why, file } = (one ?? {}) as Partial<Record<keyof Lost, unknown>>;
  return (
    typeof address === "string" &&
    (id === null || typeof id === "string") &&
    ["not-in-state", "not-asked", "not-stored", "begun"].includes(why as string) &&
    (file === undefined || typeof file === "string")
  );
}

/** Forgets what is no longer among these. */
export function forgetTold(folder: string, untold: ReadonlyMap<string, unknown>): void {
  for (const stack of untoldIn(folder).keys()) if (!untold.has(stack)) rmSync(fileOf(folder, stack), { force: true });
}
