import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { World } from "../../../rehearsal/index.ts";
import { terroir } from "../../cli/terroir.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { anyEngine } from "../../rehearsal/real-engines.ts";
import { buckets, project } from "../run/project.ts";

const SLOW = { timeout: 900_000 };
const STACKS = { net: buckets(3), shop: buckets(3, { reads: { net: ["id"] } }) };
const REHEARSED = ["cdktf.out", "--policy", "policy.json", "--rehearse"];

/** A small disk of its own, where this machine lets us have one. */
const disk = scratch();
const canMount = process.platform === "linux" && spawnSync("mount", ["-t", "tmpfs", "-o", "size=4m", "none", disk]).status === 0;
if (!canMount) process.stderr.write("\n!! no file system can be mounted here: what a full disk does is not tried\n");
afterAll(() => {
  if (canMount) spawnSync("umount", ["-l", disk]);
});

describe.runIf(anyEngine && canMount)("a disk that fills up", () => {
  const here = join(disk, "project");
  const env = { XDG_STATE_HOME: join(scratch(), "user"), XDG_CACHE_HOME: join(scratch(), "cache") };
  beforeAll(() => {
    const { folder } = project(STACKS);
    cpSync(folder, here, { recursive: true });
    writeFileSync(join(here, "policy.json"), JSON.stringify({ name: "tests", backends: { local: true } }));
  });

  // How much is left: nothing at all, not enough for a plan, not enough for all stacks.
  it.each([0, 24, 128])("with %i KiB left: it is said, nothing is lost, and the next run comes to the end", SLOW, (left) => {
    rmSync(join(here, ".terroir"), { recursive: true, force: true });
    const filler = join(disk, "filler");
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left * 1024)));
    const first = terroir(["deploy", ...REHEARSED], { cwd: here, env });
    const said = `${first.stdout}${first.stderr}`;
    if (first.code !== 0) expect([first.code, said]).toEqual([3, expect.stringMatching(/disk is full/i)]);
    expect(said).not.toMatch(/^\s+at .*\.js:\d+/m);
    if (left === 0) expect(first.code).toBe(3);
    rmSync(filler);
    const next = terroir(["deploy", ...REHEARSED], { cwd: here, env });
    expect([next.code, next.code === 0 ? "" : `${said}\n---\n${next.stdout}${next.stderr}`]).toEqual([0, ""]);
    const home = join(here, ".terroir", "rehearsal");
    expect(World.open(join(home, "world.json")).size).toBe(6);
    expect(readdirSync(join(home, "open"))).toEqual([]);
  });
});

/** An engine that gets so little memory once it applies, in KiB. What kills one from outside is tried in kills.test.ts. */
function starving(limit: number): string {
  const file = join(scratch(), "terraform");
  writeFileSync(file, `#!/bin/sh\nif [ "$1" = apply ]; then ulimit -v ${limit}; fi\nexec "${anyEngine?.path}" "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

it.runIf(anyEngine && process.platform === "linux")(
  "an engine that gets no memory: it is said, with a way on that leads to the end",
  SLOW,
  () => {
    const { folder } = project(STACKS);
    writeFileSync(join(folder, "policy.json"), JSON.stringify({ name: "tests", backends: { local: true } }));
    const deploy = (engine = anyEngine?.path) =>
      terroir(["deploy", ...REHEARSED], {
        cwd: folder,
        env: { XDG_STATE_HOME: join(folder, "user"), XDG_CACHE_HOME: join(folder, "cache"), TERRAFORM_BINARY_NAME: engine },
      });
    const starved = deploy(starving(300_000));
    expect([starved.code, starved.stdout]).toEqual([
      3,
      expect.stringMatching(/net: apply failed\n {2}The engine got no more memory from this machine.*--parallel 1/),
    ]);
    expect(starved.stdout).toMatch(/Nothing was made, changed or deleted[\s\S]*run the same command again/);
    expect(deploy().code).toBe(0);
    expect(World.open(join(folder, ".terroir", "rehearsal", "world.json")).size).toBe(6);
  },
);
