import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { TerroirError } from "../../catalogue/errors.ts";
import { isAlive, type KnownProcess, thisProcess } from "../../engines/index.ts";

/** Who runs, as the next one reads it. */
interface Holder {
  readonly by: string;
  readonly host: string;
  readonly process: KnownProcess;
  readonly command: string;
  readonly since: string;
}

export interface LockOptions {
  readonly file: string;
  readonly by: string;
  readonly command: string;
  /** Milliseconds to wait for another run. */
  readonly patience: number;
  readonly waiting: (message: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Keeps a second run out of the same project on this machine: two would initialise and plan in the same folders. What is shared by several
 * machines, the state, has the engine's own lock. Gives what releases it; a holder that died holds nothing.
 *
 * @throws TerroirError that names the holder, when it does not end in time
 */
export async function lockRun(options: LockOptions): Promise<() => void> {
  const { file, patience, signal } = options;
  const own: Holder = {
    by: options.by,
    host: hostname(),
    process: thisProcess(),
    command: options.command,
    since: new Date().toISOString(),
  };
  const ticket = `${file}.${process.pid}`;
  writeFileSync(ticket, JSON.stringify(own), { mode: 0o600 });
  try {
    const until = Date.now() + patience;
    for (let told = false; !taken(ticket, file); ) {
      const holder = read(file);
      if (holder === null || isDead(holder)) {
        clear(file, holder);
        if (holder === null) await wait(20);
        continue;
      }
      const who = `${holder.by} runs \`terroir ${holder.command}\` here since ${holder.since} (process ${holder.process.pid} on ${holder.host})`;
      if (Date.now() >= until)
        throw new TerroirError(
          `${who}. Two runs at once would disturb each other. Wait until it is over, or let this one wait: --lock-timeout 10m.`,
          3,
        );
      if (!told) options.waiting(`${who}. Waiting for it.`);
      told = true;
      await wait(200, undefined, signal === undefined ? {} : { signal });
    }
  } finally {
    rmSync(ticket, { force: true });
  }
  return () => {
    if (read(file)?.process.pid === process.pid) rmSync(file, { force: true });
  };
}

/** A link is made whole or not at all, and by one of all who try. */
function taken(ticket: string, file: string): boolean {
  try {
    linkSync(ticket, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** Of another host's process nothing is known here: it is believed to live. */
const isDead = (holder: Holder): boolean => holder.host === hostname() && !isAlive(holder.process);

/** Takes a dead holder's lock away: under another name first, so that of two who do so one only has it, and neither takes a living one's. */
function clear(file: string, dead: Holder | null): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    // A file that is being written is not yet readable; one that stays so was left by a full disk.
    // Its date may be one that is still to come: a clock was set back.
    if (dead === null && Math.abs(Date.now() - statSync(file).mtimeMs) < 2_000) return;
    renameSync(file, aside);
    const found = read(aside);
    if (found !== null && !isDead(found)) {
      try {
        linkSync(aside, file);
      } catch {
        // Somebody else has it by now; the one that was moved will find that its lock is gone only if it looks, and runs on alone.
      }
    }
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
