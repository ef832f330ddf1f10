import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { rehearse } from "../../rehearsal/index.ts";
import { json, OVH, program, scratch } from "./programs.ts";
import { engines } from "./real-engines.ts";

const groups = (n: number) => ({
  ovh_cloud_floating_ip: Object.fromEntries(Array.from({ length: n }, (_, i) => [`g${i}`, { region: "GRA11", description: `ip ${i}` }])),
});

const journalled = (world: string): number => {
  try {
    return readFileSync(`${world}.journal`, "utf8").split("\n").length;
  } catch {
    return 0;
  }
};

describe.each(engines)("with %s", (_, engine) => {
  it("a rehearsal that is killed half-way is resumed from its world", async () => {
    const [world, folder] = [join(scratch(), "world.json"), json(OVH, { resource: groups(40) })];
    const script = program({
      "run.mts": `import { rehearse } from ${JSON.stringify(join(process.cwd(), "rehearsal/index.ts"))};
        await rehearse({ folder: ${JSON.stringify(folder)}, engine: ${JSON.stringify(engine)}, world: ${JSON.stringify(world)}, phases: ["apply"],
          faults: [{ on: "create", kind: "slow", delay: 150 }] });`,
    });
    const child = spawn(process.execPath, ["--import", "tsx", join(script, "run.mts")], { stdio: "ignore", cwd: process.cwd() });
    for (let i = 0; i < 600 && journalled(world) < 12; i++) await wait(25);
    child.kill("SIGKILL");
    await new Promise((done) => child.once("exit", done));
    // The engine is a group of its own and meets a provider that is gone; it ends by itself.
    await wait(1500);
    const made = journalled(world);
    expect(made).toBeGreaterThanOrEqual(10);

    const report = await rehearse({ folder, engine, world, phases: ["apply", "plan-again", "destroy"] });
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    const plan = report.stacks[0]?.phases.find((p) => p.phase === "plan")?.counts;
    expect(plan?.add).toBeGreaterThan(0);
    expect(plan?.add).toBeLessThan(40);
    // What the engine never heard of is left, as at a real cloud.
    expect(report.world.orphans).toHaveLength(report.world.resources);
    expect(report.world.resources).toBeLessThanOrEqual(12);
  });

  it("stops when told to, ends the engine and its children, and leaves a world that goes on", async () => {
    const [world, folder] = [join(scratch(), "world.json"), json(OVH, { resource: groups(30) })];
    const stop = new AbortController();
    const faults = [{ on: "create" as const, kind: "slow" as const, delay: 300 }];
    const running = rehearse({ folder, engine, world, phases: ["apply"], faults, signal: stop.signal });
    for (let i = 0; i < 600 && journalled(world) < 5; i++) await wait(25);
    stop.abort();
    await expect(running).rejects.toThrow(/abort/i);
    const report = await rehearse({ folder, engine, world });
    expect(report.ok).toBe(true);
    expect(report.world.resources).toBe(0);
  });
});
