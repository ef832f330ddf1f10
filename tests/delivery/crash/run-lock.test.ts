import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockRun } from "../../../delivery/crash/run-lock.ts";
import { isAlive, thisProcess } from "../../../engines/index.ts";
import { scratch } from "../../rehearsal/programs.ts";

const lock = (file: string, more: object = {}) =>
  lockRun({ file, by: "me@here", command: "plan", patience: 0, waiting: () => {}, ...more });

/** A process that has ended: its number may be anybody's soon, its start time nobody's. */
const dead = () => ({ pid: spawnSync(process.execPath, ["-e", ""]).pid ?? 0, began: "1" });
const holder = (file: string, more: object) =>
  writeFileSync(
    file,
    JSON.stringify({
      by: "other@there",
      host: hostname(),
      command: "deploy",
      since: "2026-11-28T00:00:00.000Z",
      process: thisProcess(),
      ...more,
    }),
  );

describe("the lock of a project", () => {
  it("is had by one, and then by the next", async () => {
    const file = join(scratch(), "lock");
    const release = await lock(file);
    await expect(lock(file)).rejects.toThrow(/me@here runs `terroir plan` here since .*process \d+.*let this one wait/);
    release();
    (await lock(file))();
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  it("is waited for as long as somebody wants to", async () => {
    const file = join(scratch(), "lock");
    const release = await lock(file);
    const told: string[] = [];
    const second = lock(file, { patience: 30_000, waiting: (text: string) => told.push(text) });
    setTimeout(release, 300);
    (await second)();
    expect(told).toEqual([expect.stringMatching(/me@here .*Waiting for it/)]);
  });

  it("that a dead process holds is nobody's", async () => {
    const file = join(scratch(), "lock");
    holder(file, { process: dead() });
    (await lock(file))();
    expect(existsSync(file)).toBe(false);
  });

  it("that nobody can read is nobody's, though its date is still to come", async () => {
    const file = join(scratch(), "lock");
    writeFileSync(file, "{");
    const soon = Date.now() / 1000 + 3_600;
    utimesSync(file, soon, soon);
    (await lock(file))();
    expect(existsSync(file)).toBe(false);
  });

  it("of another machine is believed", async () => {
    const file = join(scratch(), "lock");
    holder(file, { host: "elsewhere", process: dead() });
    await expect(lock(file)).rejects.toThrow(/other@there runs `terroir deploy` here .* on elsewhere/);
  });

  it("is had by one only of many who find it dead", async () => {
    const file = join(scratch(), "lock");
    holder(file, { process: dead() });
    const script = `import { lockRun } from ${JSON.stringify(join(process.cwd(), "delivery/crash/run-lock.ts"))};
      try { await lockRun({ file: ${JSON.stringify(file)}, by: "x", command: "plan", patience: 0, waiting() {} }); console.log("mine"); setTimeout(() => {}, 4000); } catch { console.log("not"); }`;
    const { spawn } = await import("node:child_process");
    const said = await Promise.all(
      Array.from(
        { length: 4 },
        () =>
          new Promise<string>((done) => {
            const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
              stdio: ["ignore", "pipe", "ignore"],
            });
            child.stdout.once("data", (text: Buffer) => done(text.toString().trim()));
            child.once("exit", () => done("not"));
          }),
      ),
    );
    expect(said.filter((one) => one === "mine")).toHaveLength(1);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ by: "x" });
  });
});

it("tells a process from a later one with its number", () => {
  expect(isAlive(thisProcess())).toBe(true);
  expect(isAlive({ ...thisProcess(), began: "0" })).toBe(false);
});
