import { existsSync, type Stats, statSync } from "node:fs";

/**
 * What stands at a path, links followed. Undefined: nothing, or nothing that can be reached — a link to itself, a name too long for the disk, a file
 * taken for a folder. Node's `throwIfNoEntry: false` answers the first of these, and throws at the others.
 */
export function entryAt(path: string): Stats | undefined {
  return existsSync(path) ? statSync(path, { throwIfNoEntry: false }) : undefined;
}
