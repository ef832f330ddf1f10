import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import type { Statement } from "../records/index.ts";
import { parsed } from "./parsed.ts";

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
    .map((name) => markIn(join(folder, name), name.slice(0, -".json".length)));
}

/** @throws InputError when the file does not say what it should */
function markIn(file: string, stack: string): OpenMark {
  const mark = parsed(file) as Partial<OpenMark> | null | undefined;
  const isMark = [mark?.stack, mark?.planFile, mark?.log, mark?.pidFile, mark?.records].every((one) => typeof one === "string");
  if (isMark && typeof mark?.statement?.predicate?.run === "object") return mark as OpenMark;
  throw new InputError(
    `${file} cannot be read: it was cut off, or changed by hand. It marks that a run was killed while it applied ${stack}, and its record is missing. What its engine did, the newest apply.log of ${stack} says, under ${join(dirname(dirname(file)), "runs")}. Make sure that no engine is at work on ${stack}, and compare the cloud with the state; then delete this file, and run again.`,
  );
}
