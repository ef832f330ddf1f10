import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { recordsIn } from "../../../delivery/records/index.ts";
import { World } from "../../../rehearsal/index.ts";
import { ROOT } from "../../architecture/house.ts";
import { anyEngine } from "../../rehearsal/real-engines.ts";
import { buckets, project } from "../run/project.ts";
import { type StackRecord, statementsOf } from "./statements.ts";

/** `TERROIR_KILLS=200` is the long run. */
const KILLS = Number(process.env["TERROIR_KILLS"] ?? 6);

const COMMAND = join(ROOT, "dist", "cli", "main.js");

interface Here {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

function begin({ folder, env }: Here, command: string, ...more: readonly string[]): ChildProcess & { readonly said: () => string } {
  const args = [COMMAND, command, "cdktf.out", "--policy", "policy.json", "--rehearse", "--json", ...more];
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  return Object.assign(child, { said: () => said });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((done) => child.once("close", done));

/** Twenty stacks in four rows, each reading one of the row before. */
function twenty(): Here {
  const stacks = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`s${i}`, buckets(2, i < 5 ? {} : { reads: { [`s${i - 5}`]: ["id"] } })]),
  );
  const { folder } = project(stacks);
  writeFileSync(join(folder, "policy.json"), JSON.stringify({ name: "tests", backends: { local: true } }));
  return { folder, env: { ...process.env, CI: "true", XDG_STATE_HOME: join(folder, "user"), XDG_CACHE_HOME: join(folder, "cache") } };
}

const home = ({ folder }: Here): string => join(folder, ".terroir", "rehearsal");

/** Every resource that some state knows, by the key that it has in the world. */
function known(here: Here): readonly string[] {
  const states = `${join(home(here), "world.json")}.states`;
  if (!existsSync(states)) return [];
  return readdirSync(states)
    .filter((name) => name.endsWith(".tfstate"))
    .flatMap((name) => {
      const { resources = [] } = JSON.parse(readFileSync(join(states, name), "utf8")) as {
        resources?: readonly { mode: string; instances: readonly { private?: string }[] }[];
      };
      return resources
        .filter(({ mode }) => mode === "managed")
        .flatMap(({ instances }) => instances.map((one) => Buffer.from(one.private ?? "", "base64").toString()));
    });
}

/** After a kill and one more run all is there, once; each apply has its record; nothing is left open. */
function whole(here: Here): void {
  const world = World.open(join(home(here), "world.json"));
  expect(known(here).length).toBe(40);
  expect(new Set(known(here)).size).toBe(40);
  expect(world.size).toBe(40);
  expect(readdirSync(join(home(here), "open"))).toEqual([]);
  for (let i = 0; i < 20; i++) expect(unfinished(statementsOf(recordsIn(join(home(here), "records", `s${i}`))))).toEqual([]);
}

/** Plans that were about to be applied, and of which no record says what became of them, although the engine had begun. */
function unfinished(records: readonly StackRecord[]): readonly string[] {
  const done = new Set(records.filter(({ outcome }) => outcome !== "planned").map(({ run, plan }) => `${run} ${plan}`));
  const applied = records.filter(({ outcome }) => outcome === "applied");
  // A stack is applied once: what a second apply would do has been done.
  if (applied.length !== 1) return [`applied ${applied.length} times`];
  return records
    .filter(({ outcome, run, plan, begun }) => outcome === "planned" && begun && !done.has(`${run} ${plan}`))
    .map(({ plan }) => plan);
}

describe.runIf(anyEngine)("a deployment that is killed with -9", () => {
  it(`at ${KILLS} moments: the next run finishes the work, nothing is applied twice, no record is missing`, {
    timeout: 7_200_000,
  }, async () => {
    // How long an undisturbed deployment takes here, now.
    const calm = twenty();
    const since = Date.now();
    expect(await ended(begin(calm, "deploy"))).toBe(0);
    const length = Date.now() - since;
    whole(calm);
    let kills = 0;
    while (kills < KILLS) {
      const here = twenty();
      // Several kills of one deployment, until it has come to its end in spite of them.
      for (let left = 5; left > 0 && kills < KILLS; left--) {
        const child = begin(here, "deploy");
        await wait(Math.random() * length);
        if (child.exitCode !== null) break;
        process.kill(-(child.pid as number), "SIGKILL");
        await ended(child);
        kills += 1;
      }
      const last = begin(here, "deploy");
      expect([await ended(last), last.exitCode === 0 ? "" : last.said()]).toEqual([0, ""]);
      whole(here);
    }
  });
});

describe.runIf(anyEngine)("an engine that is killed with -9", () => {
  it("is told of, with what nobody knows, and the next run goes on", { timeout: 600_000 }, async () => {
    const here = twenty();
    writeFileSync(join(here.folder, "faults.json"), JSON.stringify([{ on: "create", kind: "slow", delay: 3000 }]));
    const child = begin(here, "deploy", "--only", "s0", "--faults", "faults.json");
    const pid = await until(() => pidOf(here, "s0"));
    await wait(1500);
    process.kill(-pid, "SIGKILL");
    expect(await ended(child)).toBe(3);
    expect(child.said()).toMatch(/The engine was ended by SIGKILL: somebody killed it, or the machine ran out of memory/);
    expect(child.said()).toMatch(/begun, and nobody knows how it ended: .*ovh_cloud_project_storage\.b0/);
    expect(child.said()).toMatch(/terroir import/);
    const [last] = statementsOf(recordsIn(join(home(here), "records", "s0"))).slice(-1);
    expect(last?.outcome).toBe("interrupted");
  });
});

describe.runIf(anyEngine)("two runs at once", () => {
  it("the second fails with the name of who runs, or waits", { timeout: 600_000 }, async () => {
    const here = twenty();
    const first = begin(here, "deploy");
    await until(() => (existsSync(join(home(here), "lock")) ? 1 : null));
    const second = begin(here, "plan");
    expect(await ended(second)).toBe(3);
    expect(second.said()).toMatch(/\S+@\S+ runs `terroir deploy` here since .* \(process \d+ on \S+\)/);
    const third = begin(here, "plan", "--lock-timeout", "5m");
    expect(await ended(first)).toBe(0);
    expect([await ended(third), third.said()]).toEqual([0, expect.stringMatching(/Waiting for it[\s\S]*"unchanged"/)]);
  });
});

function pidOf(here: Here, stack: string): number | null {
  const runs = join(home(here), "runs");
  if (!existsSync(runs)) return null;
  for (const run of readdirSync(runs)) {
    const file = join(runs, run, stack, "apply.pid");
    if (existsSync(file)) return Number(readFileSync(file, "utf8")) || null;
  }
  return null;
}

async function until<T>(ask: () => T | null): Promise<T> {
  for (let i = 0; i < 2400; i++) {
    const found = ask();
    if (found !== null) return found;
    await wait(25);
  }
  throw new Error("It did not come.");
}
