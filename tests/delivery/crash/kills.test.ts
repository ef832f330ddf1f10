import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { recordsIn } from "../../../delivery/records/index.ts";
import { anyEngine } from "../../rehearsal/real-engines.ts";
import { filesBelow } from "../state/program.ts";
import { tofu } from "../state/real-project.ts";
import { testStore } from "../state/store.ts";
import { testTransit } from "../state/transit.ts";
import { versitygw } from "../state/versitygw.ts";
import { type StackRecord, statementsOf } from "./statements.ts";
import { type Begun, inFiles, inStore, type Twenty } from "./twenty.ts";

const LONG = { timeout: 14_400_000 };

/** `TERROIR_KILLS=200` is the long run. */
const KILLS = Number(process.env["TERROIR_KILLS"] ?? 2);
/** Where each deployment takes longer: in the short run each of the victims once. */
const STORE_KILLS = Number(process.env["TERROIR_KILLS"] ?? 3);

/** Milliseconds. A short run does not measure first: a deployment takes no less than this anywhere. */
const UNMEASURED = 6_000;

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve(child.exitCode) : new Promise((done) => child.once("close", done));

/** After a kill and one more run all is there, once; each apply has its record; nothing is left open. */
async function whole(here: Twenty): Promise<void> {
  const known = await here.known();
  expect(known.length).toBe(40);
  expect(new Set(known).size).toBe(40);
  expect(here.world().size).toBe(40);
  expect(readdirSync(join(here.home, "open"))).toEqual([]);
  for (let i = 0; i < 20; i++) expect([`s${i}`, unfinished(await here.records(`s${i}`))]).toEqual([`s${i}`, []]);
}

/** Plans that were about to be applied, and of which no record says what became of them, although the engine had begun. */
function unfinished(records: readonly StackRecord[]): readonly string[] {
  const done = new Set(records.filter(({ outcome }) => outcome !== "planned").map(({ run, plan }) => `${run} ${plan}`));
  const applied = records.filter(({ outcome }) => outcome === "applied");
  // A stack is applied once: what a second apply would do has been done.
  if (applied.length !== 1 && !records.some(({ outcome }) => outcome === "interrupted")) return [`applied ${applied.length} times`];
  return records
    .filter(({ outcome, run, plan, begun }) => outcome === "planned" && begun && !done.has(`${run} ${plan}`))
    .map(({ plan }) => plan);
}

/** What is killed, at whichever moment it is. */
const VICTIMS: Readonly<Record<"command" | "engine" | "machine", (child: Begun, here: Twenty) => Promise<void>>> = {
  /** Its engines go on without it. */
  command: async (child) => end(child.pid as number),
  /** One engine, whatever it is at; the command lives, and says so. */
  async engine(child, here) {
    let [pid] = enginesOf(here);
    for (; pid === undefined && child.exitCode === null; [pid] = enginesOf(here)) await wait(10);
    end(pid ?? 0);
  },
  /** A machine that dies takes its engines with it: they release no lock, and write no state. */
  machine: async (child, here) => {
    for (const pid of [child.pid as number, ...enginesOf(here)]) end(pid);
  },
};

/** So often in one deployment: then all of its moments have had their turn. */
const MOST = 5;

/**
 * Kills a deployment again and again, each time at another moment, until it has come to its end in spite of that. Gives how often, and what the one said
 * that came to its end: whoever runs on has read it.
 */
async function killed(
  here: Twenty,
  length: number,
  most: number,
  victims: readonly (keyof typeof VICTIMS)[],
): Promise<readonly [number, string?]> {
  for (let kills = 0; kills < Math.min(most, MOST); kills++) {
    const child = here.begin("deploy");
    await wait(Math.random() * length);
    if (child.exitCode !== null) return [kills, child.said()];
    await VICTIMS[victims[kills % victims.length] ?? "command"](child, here);
    await ended(child);
  }
  return [Math.min(most, MOST)];
}

/** How long an undisturbed deployment takes here, now. */
async function undisturbed(here: Twenty): Promise<number> {
  const since = Date.now();
  const calm = here.begin("deploy");
  expect([await ended(calm), calm.exitCode === 0 ? "" : calm.said()]).toEqual([0, ""]);
  const length = Date.now() - since;
  await whole(here);
  await here.end();
  return length;
}

describe.runIf(anyEngine)("a deployment that is killed with -9", () => {
  it(`at ${KILLS} moments: the next run finishes the work, nothing is applied twice, no record is missing`, LONG, async () => {
    const length = KILLS > 2 ? await undisturbed(await inFiles()) : UNMEASURED;
    for (let kills = 0; kills < KILLS; ) {
      const here = await inFiles();
      kills += (await killed(here, length, KILLS - kills, ["command"]))[0];
      const last = here.begin("deploy");
      expect([await ended(last), last.exitCode === 0 ? "" : last.said()]).toEqual([0, ""]);
      await whole(here);
    }
  });
});

describe.runIf(tofu && versitygw)("a deployment into a real store, encrypted, that is killed with -9", () => {
  it(
    `at ${STORE_KILLS} moments, with its engines or without: ways out are said, and lead to the end; nothing is told in clear`,
    LONG,
    async () => {
      const [store, transit] = await Promise.all([testStore(), testTransit()]);
      const isLong = STORE_KILLS > 3;
      const length = isLong ? await undisturbed(await inStore(store, transit)) : UNMEASURED;
      for (let kills = 0, round = 0; kills < STORE_KILLS && (isLong || round === 0); round++) {
        const here = await inStore(store, transit);
        const alone = round % 2 === 1;
        const [times, said] = await killed(here, length, STORE_KILLS - kills, alone ? ["command"] : ["command", "engine", "machine"]);
        kills += times;
        if (alone) {
          // Nobody has to do anything but run it again.
          const last = here.begin("deploy");
          expect([await ended(last), last.exitCode === 0 ? "" : last.said()]).toEqual([0, ""]);
        } else {
          // A plan sees first what was left, and takes nothing of it away from who deploys.
          if (isLong) await ended(here.begin("plan"));
          await onward(here, said);
        }
        await whole(here);
        await here.end();
        if (isLong) process.stderr.write(`${kills} of ${STORE_KILLS} kills\n`);
      }
      transit.close();
      await store.close();
    },
  );
});

/** Follows what the command says, and nothing else, until a deployment comes to its end. @param before what one said that came to an end already */
async function onward(here: Twenty, before?: string): Promise<void> {
  if (before !== undefined) await follow(here, waysIn(before));
  for (let tries = 0; tries < 100; tries++) {
    const run = here.begin("deploy", "--continue");
    if ((await ended(run)) === 0) return;
    const ways = waysIn(run.said());
    expect([ways.length > 0, ways.length > 0 ? "" : run.said()]).toEqual([true, ""]);
    await follow(here, ways);
  }
  throw new Error("It does not come to its end.");
}

async function follow(here: Twenty, ways: readonly Way[]): Promise<void> {
  for (const [what, stack, ...more] of ways) {
    const args = what === "import" ? [more[0] ?? "", here.importId(stack, more[0] ?? "")] : more;
    if (!args.includes(null)) await followed(here, what, stack, args as readonly string[]);
  }
}

/** What holds a lock has to be released first: the message says so, with its id. */
async function followed(here: Twenty, what: string, stack: string, args: readonly string[]): Promise<void> {
  const way = here.begin(what, stack, ...args);
  if ((await ended(way)) === 0) return;
  const [, id = ""] = LOCKED.exec(plain(way.said())) ?? [];
  expect([what, id === "" ? way.said() : ""]).toEqual([what, ""]);
  for (const [again, ...words] of [["unlock", id] as const, [what, ...args] as const]) {
    const one = here.begin(again, stack, ...words);
    expect([again, await ended(one), one.exitCode === 0 ? "" : one.said()]).toEqual([again, 0, ""]);
  }
}

const LOCKED = /terroir unlock STACK ID[\s\S]*?\bID: +([0-9a-f-]{36})/;
/** Of a text in JSON. */
const plain = (text: string): string => text.replaceAll("\\n", "\n");

type Way = readonly [command: "unlock" | "import", stack: string, what: string];

function waysIn(said: string): readonly Way[] {
  const { stacks } = JSON.parse(said.slice(said.indexOf("\n{\n") + 1)) as {
    stacks: readonly { stack: string; because?: string; failure?: { causes: readonly string[] } }[];
  };
  return stacks.flatMap(({ stack, because = "", failure }): readonly Way[] => {
    const [, id] = LOCKED.exec(failure?.causes.join("\n") ?? "") ?? [];
    if (id !== undefined) return [["unlock", stack, id]];
    if (!because.includes("terroir import")) return [];
    return [...because.matchAll(/ovh_cloud_project_storage\.\w+/g)].map(([address]) => ["import", stack, address]);
  });
}

/** Engines that run now, as the files of their process ids say; a run may have made no folder yet, or take a file away this moment. */
function enginesOf({ home }: Twenty): readonly number[] {
  try {
    return filesBelow(join(home, "runs")).flatMap((file) => (file.endsWith(".pid") ? [Number(readFileSync(file, "utf8"))] : []));
  } catch {
    return [];
  }
}

function end(pid: number): void {
  try {
    if (pid > 0) process.kill(-pid, "SIGKILL");
  } catch {
    // It is over.
  }
}

describe.runIf(anyEngine)("an engine that is killed with -9", () => {
  it("is told of, with what nobody knows, and the next run goes on", { timeout: 600_000 }, async () => {
    const here = await inFiles();
    writeFileSync(join(here.folder, "faults.json"), JSON.stringify([{ on: "create", kind: "slow", delay: 3000 }]));
    const child = here.begin("deploy", "--only", "s0", "--faults", "faults.json");
    const pid = await until(() => pidOf(here, "s0"));
    await wait(1500);
    process.kill(-pid, "SIGKILL");
    expect(await ended(child)).toBe(3);
    expect(child.said()).toMatch(/The engine was ended by SIGKILL: somebody killed it, or the machine ran out of memory/);
    expect(child.said()).toMatch(/[Bb]egun, and nobody knows how it ended: .*ovh_cloud_project_storage\.b0/);
    expect(child.said()).toMatch(/terroir import/);
    const [last] = statementsOf(recordsIn(join(here.home, "records", "s0"))).slice(-1);
    expect(last?.outcome).toBe("interrupted");
  });
});

describe.runIf(anyEngine)("two runs at once", () => {
  it("the second fails with the name of who runs, or waits", { timeout: 600_000 }, async () => {
    const here = await inFiles();
    const first = here.begin("deploy");
    await until(() => (existsSync(join(here.home, "lock")) ? 1 : null));
    const second = here.begin("plan");
    expect(await ended(second)).toBe(3);
    expect(second.said()).toMatch(/\S+@\S+ runs `terroir deploy` here since .* \(process \d+ on \S+\)/);
    const third = here.begin("plan", "--lock-timeout", "5m");
    expect(await ended(first)).toBe(0);
    expect([await ended(third), third.said()]).toEqual([0, expect.stringMatching(/Waiting for it[\s\S]*"unchanged"/)]);
  });
});

function pidOf(here: Twenty, stack: string): number | null {
  const runs = join(here.home, "runs");
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
