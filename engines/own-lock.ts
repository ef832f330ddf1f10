import { join } from "node:path";
import { entryAt } from "../catalogue/entry-at.ts";
import { InputError } from "../catalogue/errors.ts";

const LOCK_FILE = ".terraform.lock.hcl";
const MIB = 1024 * 1024;
const LARGEST = 32 * MIB;

/**
 * An engine that is asked for its version reads the lock file of the folder in which it is asked, to the end, and prints what that names. It cannot be
 * asked elsewhere: version managers choose the engine by the folder.
 *
 * @throws InputError when it would not come to that end
 */
export function requireReadableLock(folder = process.cwd()): void {
  const found = entryAt(join(folder, LOCK_FILE));
  if (found === undefined) return;
  const what = found.isFile() ? (found.size > LARGEST ? `larger than ${LARGEST / MIB} MiB` : undefined) : "no file";
  if (what !== undefined)
    throw new InputError(
      `${LOCK_FILE} in this folder is ${what}: no engine wrote that, and every engine would try to read it. Take it away; the engine writes it anew.`,
    );
}
