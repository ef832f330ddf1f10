import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Statement } from "../records/index.ts";

/** What is written before an engine applies, and taken away when its record is kept: one that is found tells what was not brought to its end. */
export interface OpenMark {
  readonly stack: string;
  readonly command: string;
  /** The record as it was before the apply. */
  readonly statement: Statement;
  readonly planFile: string;
  readonly log: string;
  readonly pidFile: string;
  readonly stateFile: string | null;
  readonly records: string;
}

const fileOf = (folder: string, stack: string): string => join(folder, `${stack}.json`);

export function openMark(folder: string, mark: OpenMark): void {
  const file = fileOf(folder, mark.stack);
  writeFileSync(`${file}.next`, JSON.stringify(mark), { mode: 0o600, flush: true });
  renameSync(`${file}.next`, file);
}

export function closeMark(folder: string, { stack, planFile, pidFile }: OpenMark): void {
  rmSync(planFile, { force: true });
  rmSync(pidFile, { force: true });
  rmSync(fileOf(folder, stack), { force: true });
}

export function openMarks(folder: string): readonly OpenMark[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as OpenMark);
}
