import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive, type KnownProcess, thisProcess } from "../../engines/index.ts";
import { openTheatre, type Theatre } from "../theatre.ts";
import type { Opened, Opening } from "./message.ts";

/** An engine opens its connections one after another: none for this long means that none is left. */
const QUIET = 400;
/** A host whose engines were killed ends at once; one that has engines left is waited for. */
const PATIENCE = 120_000;

process.once("message", async (opening: Opening) => {
  try {
    await alone(opening.world);
    const theatre = await openTheatre(opening);
    serveUntilLeft(theatre, opening.world);
    const { scratch, states, env, sources } = theatre;
    answer({ ok: true, scratch, states, env, sources });
  } catch (error) {
    answer({ ok: false, message: error instanceof Error ? error.message : String(error) });
    process.disconnect?.();
  }
});

const answer = (opened: Opened): void => void process.send?.(opened);

/** One host a world: two would each know half of what exists. */
async function alone(world: string): Promise<void> {
  const file = `${world}.host`;
  for (let waited = 0; existsSync(file); waited += 50) {
    const other = read(file);
    if (other === null || !isAlive(other)) break;
    if (waited > PATIENCE)
      throw new Error(`Another rehearsal uses the world ${world} (process ${other.pid}). Wait for it, or name another world.`);
    await wait(50);
  }
  writeFileSync(file, JSON.stringify(thisProcess()), { mode: 0o600 });
}

function read(file: string): KnownProcess | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as KnownProcess;
  } catch {
    return null;
  }
}

function serveUntilLeft(theatre: Theatre, world: string): void {
  const leave = async (): Promise<void> => {
    for (let quiet = 0; quiet < QUIET; quiet = theatre.connections() === 0 ? quiet + 50 : 0) await wait(50);
    theatre.close();
    rmSync(`${world}.host`, { force: true });
    process.exit();
  };
  if (process.connected) process.once("disconnect", leave);
  else void leave();
  // Whoever interrupts the command does not mean the cloud.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
}
