import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scratch } from "../rehearsal/programs.ts";

/** A folder with programs: name → shell script. */
export function programs(scripts: Readonly<Record<string, string>>, folder: string = scratch()): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** A script that says which version it is, as an engine does. */
export const says = (text: string): string => `echo "${text}"`;
