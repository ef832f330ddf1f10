import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type Host, startHost } from "../../../rehearsal/host/index.ts";
import { ROOT } from "../../architecture/house.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { anyEngine } from "../../rehearsal/real-engines.ts";
import { synthesized, type Written } from "../graph/folders.ts";
import { named } from "../run/project.ts";

const TSX = pathToFileURL(join(ROOT, "node_modules", "tsx", "dist", "loader.mjs")).href;
/** The example, as a company would start it. */
const PROGRAM = join(ROOT, "examples", "temporal", "worker.ts");
/** One user starts all workers: what one keeps for the next start serves all. */
const user = scratch();

/** Codes of workflows that workers kept for those that start later. */
export const keptCodes = (): readonly string[] => readdirSync(join(user, "cache", "terroir", "workflows"));

/** One place for all that a deployment is about: its stacks, a cloud that all workers see, the workers. */
export interface Crew {
  readonly folder: string;
  readonly out: string;
  readonly world: string;
  /** Starts a worker, the first time or again, and waits until it works. Gives its identity. */
  hire(name: string, queues?: string): Promise<string>;
  /** Ends a worker with -9. */
  kill(name: string): void;
  records(stack: string): string;
  end(): Promise<void>;
}

/**
 * Stacks whose states lie where every worker reaches them, behind the engine's own locks; each worker has a copy of the folder. To the workers it is
 * real: that the cloud is simulated, only their engines' environment says.
 */
export async function crew(stacks: Readonly<Record<string, Written>>, address: string): Promise<Crew> {
  const folder = scratch();
  const states = join(folder, "states");
  mkdirSync(states);
  const out = synthesized(named(stacks), join(folder, "cdktf.out"), (name) => `../../../../states/${name}.tfstate`);
  const world = join(folder, "world.json");
  const host: Host = await startHost({ world });
  const hired = new Map<string, ChildProcess>();
  return {
    folder,
    out,
    world,
    records: (stack) => join(states, `${stack}.records`),
    async hire(name, queues = "terroir-ovh") {
      const home = join(folder, name);
      cpSync(out, join(home, "cdktf.out"), { recursive: true });
      writeFileSync(join(home, "policy.json"), JSON.stringify({ name: "tests", backends: { local: true } }));
      const log = join(home, "said");
      const fd = openSync(log, "a");
      const begun = statSync(log).size;
      const child = spawn(process.execPath, ["--import", TSX, PROGRAM], {
        cwd: home,
        stdio: ["ignore", fd, fd],
        env: {
          ...process.env,
          ...host.env,
          TEMPORAL_ADDRESS: address,
          QUEUES: queues,
          TERRAFORM_BINARY_NAME: anyEngine?.path,
          XDG_STATE_HOME: join(user, "state"),
          XDG_CACHE_HOME: join(user, "cache"),
          // Engines live for a blink here, and collect no garbage worth the while.
          GOGC: "400",
        },
      });
      hired.set(name, child);
      for (;;) {
        const said = readFileSync(log, "utf8").slice(begun);
        const ready = /^(\S+) serves /m.exec(said)?.[1];
        if (ready !== undefined) return ready;
        if (child.exitCode !== null) throw new Error(`the worker ${name} ended: ${said}`);
        await wait(50);
      }
    },
    kill: (name) => void hired.get(name)?.kill("SIGKILL"),
    async end() {
      // As an operator stops them.
      await Promise.all([...hired.values()].map(stopped));
      await host.close();
    },
  };
}

const stopped = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once("exit", () => done());
    child.kill("SIGTERM");
  });
