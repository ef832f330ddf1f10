import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Told } from "../../../delivery/index.ts";
import { recordsIn } from "../../../delivery/records/index.ts";
import { definePolicy } from "../../../guard/index.ts";
import { World } from "../../../rehearsal/index.ts";
import { anyEngine } from "../../rehearsal/real-engines.ts";
import { buckets, go, outcomes, type Project, project, write } from "./project.ts";

const DIAMOND = {
  base: buckets(2),
  left: buckets(1, { reads: { base: ["name"] } }),
  right: buckets(1, { dependencies: ["base"] }),
  top: buckets(1, { reads: { left: ["id"] }, dependencies: ["right"] }),
};

const worldOf = ({ folder }: Project): World => World.open(join(folder, ".terroir", "rehearsal", "world.json"));
const logs = ({ folder }: Project, stack: string) => recordsIn(join(folder, ".terroir", "rehearsal", "records", stack)).length;

describe.runIf(anyEngine)("a graph of stacks", () => {
  it("lives its whole life: blocked, deployed, unchanged, changed, destroyed", async () => {
    const here = project(DIAMOND);
    const first = await go("plan", here);
    expect(outcomes(first)).toEqual({ base: "changes", left: "blocked", right: "blocked", top: "blocked" });
    expect(first.stacks.map(({ blockedBy }) => blockedBy)).toEqual([undefined, ["base"], ["base"], ["left", "right"]]);

    expect(outcomes(await go("deploy", here))).toEqual({ base: "applied", left: "applied", right: "applied", top: "applied" });
    expect(worldOf(here).size).toBe(5);
    expect(outcomes(await go("plan", here))).toEqual({ base: "unchanged", left: "unchanged", right: "unchanged", top: "unchanged" });

    // What a stack reads will change: it waits, although the old value is there.
    const renamed = JSON.stringify(buckets(2)).replace("bucket-0", "renamed");
    write({ ...DIAMOND, base: JSON.parse(renamed) as typeof DIAMOND.base }, here.out);
    expect(outcomes(await go("plan", here))).toEqual({ base: "changes", left: "blocked", right: "unchanged", top: "blocked" });
    expect(outcomes(await go("deploy", here))).toMatchObject({ base: "applied", left: "unchanged" });

    expect(outcomes(await go("destroy", here, { only: ["base"] }))).toEqual({ base: "blocked" });
    expect(outcomes(await go("destroy", here))).toEqual({ base: "destroyed", left: "destroyed", right: "destroyed", top: "destroyed" });
    expect(worldOf(here).size).toBe(0);
    // Plan, deploy twice (before and after the apply), plan, plan, deploy, destroy twice.
    expect(logs(here, "right")).toBe(7);
  });

  it("does not plan a stack alone whose inputs are not applied, and does once they are", async () => {
    const here = project(DIAMOND);
    expect((await go("deploy", here, { only: ["left"] })).stacks).toMatchObject([{ outcome: "blocked", blockedBy: ["base"] }]);
    await go("deploy", here, { only: ["base"] });
    expect(outcomes(await go("deploy", here, { only: ["left"] }))).toEqual({ left: "applied" });
  });

  it("applies nothing that the guard refuses, and nothing that comes after", async () => {
    const here = project({ good: buckets(1), bad: buckets(1, {}, "BHS"), after: buckets(1, { dependencies: ["bad"] }) });
    const result = await go("deploy", here, { keepGoing: true });
    expect(outcomes(result)).toEqual({ good: "applied", bad: "refused", after: "blocked" });
    expect(worldOf(here).size).toBe(1);
  });

  it("stops after a failure, unless told to go on with what does not depend on it", async () => {
    const stacks = { a: buckets(2), b: buckets(1, { dependencies: ["a"] }), c: buckets(1, { dependencies: ["d"] }), d: buckets(1) };
    const faults = [{ on: "create", type: "ovh_cloud_project_storage", kind: "quota", after: 1, times: 1 }] as const;
    const stopped = await go("deploy", project(stacks), { faults, parallel: 1 });
    expect(outcomes(stopped)).toEqual({ a: "failed", b: "not-begun", c: "not-begun", d: "not-begun" });
    const [failed] = stopped.stacks;
    expect(failed?.failure?.causes.join("\n")).toMatch(/Quota exceeded.*ovh_cloud_project_storage\.b\d/s);
    expect(failed?.failure?.truth.join("\n")).toMatch(
      /made: ovh_cloud_project_storage\.b\d\nfailed: ovh_cloud_project_storage\.b\d\nWhat was done is in the state/,
    );
    expect(readFileSync(failed?.failure?.log ?? "", "utf8")).toMatch(/Quota exceeded/);

    const here = project(stacks);
    const gone = await go("deploy", here, { faults, parallel: 1, keepGoing: true });
    expect(outcomes(gone)).toEqual({ a: "failed", b: "blocked", c: "applied", d: "applied" });
    const next = await go("deploy", here);
    expect(outcomes(next)).toEqual({ a: "applied", b: "applied", c: "unchanged", d: "unchanged" });
    expect(next.stacks[0]?.counts?.add).toBe(1);
  });

  it("never runs more stacks at once than it may, and runs that many", async () => {
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`s${i}`, buckets(1)]));
    const told: Told[] = [];
    await go("plan", project(many), { parallel: 2, told });
    const running = new Set<string>();
    let most = 0;
    for (const one of told) {
      if ("over" in one) running.delete(one.stack);
      else if ("stack" in one) running.add(one.stack);
      most = Math.max(most, running.size);
    }
    expect(most).toBe(2);
  });
});

/** What somebody does to a stack's bucket, and what is said of the stack. One deployment for all of them. */
const BY_HAND = {
  alone: [{}, "unchanged"],
  tagged: [{ tags: { by: "hand" } }, "drifted"],
  moved: [{ region_name: "BHS" }, "refused"],
  bared: [{ encryption: { sse_algorithm: "plaintext" } }, "refused"],
  gone: [null, "drifted"],
} as const;

it.runIf(anyEngine)("tells of each bucket what changed by hand: nothing, a tag, its place, its encryption, that it is gone", async () => {
  const stacks = Object.keys(BY_HAND);
  const here = project(Object.fromEntries(stacks.map((stack) => [stack, buckets(1)])));
  await go("deploy", here);
  const world = worldOf(here);
  for (const [stack, [attributes]] of Object.entries(BY_HAND)) {
    const [key = ""] = world.list().find(([, resource]) => resource.attributes["name"] === `${stack}-0`) ?? [];
    if (attributes === null) world.remove(key);
    else world.drift(key, attributes as never);
  }
  world.close();
  const result = await go("drift", here, { keepGoing: true });
  expect(outcomes(result)).toEqual(Object.fromEntries(Object.entries(BY_HAND).map(([stack, [, outcome]]) => [stack, outcome])));
  for (const [stack, [attributes, outcome]] of Object.entries(BY_HAND)) {
    const expected =
      outcome === "unchanged" ? [] : [{ change: attributes === null ? "deleted" : "changed", attributes: Object.keys(attributes ?? {}) }];
    expect(result.stacks.find((one) => one.stack === stack)?.drift ?? [], stack).toMatchObject(expected);
  }
});

it.runIf(anyEngine)("refuses under a policy what another let pass, when only the plan is left to tell", async () => {
  const here = project({ shop: buckets(1) });
  const german = definePolicy({ name: "german", countries: ["DE"], backends: { local: true } });
  expect(outcomes(await go("deploy", here, { policy: german }))).toEqual({ shop: "refused" });
});
