import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beganAt, programOf } from "../../engines/index.ts";

/**
 * The engine whose process id stands in a file, while it lives. The number may be another's by now: the program's own words are compared.
 *
 * @param word what stands in its command line
 */
export function engineIn(pidFile: string, word: string): number | null {
  if (!existsSync(pidFile)) return null;
  const pid = Number(readFileSync(pidFile, "utf8"));
  return pid > 0 && beganAt(pid) !== null && (programOf(pid)?.includes(word) ?? true) ? pid : null;
}

/** Waits until an engine has ended; tells once that it waits. */
export async function untilEnded(pidFile: string, word: string, signal: AbortSignal, tell: (pid: number) => void): Promise<void> {
  let told = false;
  for (let pid = engineIn(pidFile, word); pid !== null; pid = engineIn(pidFile, word)) {
    if (!told) tell(pid);
    told = true;
    await wait(50, undefined, { signal });
  }
}

/** Waits for engines that a killed run left at their plans: they hold the states' locks until they end. */
export async function untilPlansEnded(runs: string, signal: AbortSignal, say: (line: string) => void): Promise<void> {
  for (const file of pidFiles(runs)) {
    const command = basename(file, ".pid");
    if (command === "apply") continue;
    await untilEnded(file, ` ${command} `, signal, (pid) =>
      say(`An engine of a run that was killed is still at its ${command} (process ${pid}). Waiting for it.`),
    );
    rmSync(file, { force: true });
  }
}

const pidFiles = (runs: string): readonly string[] =>
  folders(runs).flatMap((run) =>
    folders(run).flatMap((stack) => readdirSync(stack).flatMap((name) => (name.endsWith(".pid") ? [join(stack, name)] : []))),
  );

const folders = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(path, entry.name)] : []));
