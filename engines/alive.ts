import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process as it can be told from a later one with the same number. */
export interface KnownProcess {
  readonly pid: number;
  /** When it began, in words of the operating system; null where it does not say. */
  readonly began: string | null;
}

export const thisProcess = (): KnownProcess => ({ pid: process.pid, began: beganAt(process.pid) });

/** Whether that very process is still there. */
export function isAlive({ pid, began }: KnownProcess): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return began === null || beganAt(pid) === began;
}

/** The start time of a process; null when there is none, or when it has ended and waits to be buried. */
export function beganAt(pid: number): string | null {
  if (process.platform !== "linux") {
    const { stdout, status } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return status === 0 ? stdout.trim() : null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name stands in brackets and may hold anything; what is counted comes after it: state first, start time 20th.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** A process's program and arguments; null where nobody says. */
export function programOf(pid: number): string | null {
  if (process.platform !== "linux") {
    const { stdout, status } = spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
    return status === 0 ? stdout : null;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return null;
  }
}
