import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Fault, type RehearsalReport, rehearse } from "../../rehearsal/index.ts";
import { ground, json, OVH, scratch } from "./programs.ts";
import { anyEngine, engines } from "./real-engines.ts";

const phase = (report: RehearsalReport, name: string) => report.stacks[0]?.phases.find((p) => p.phase === name);

const faults: readonly (readonly [string, Fault, string, RegExp])[] = [
  [
    "a quota",
    { on: "create", type: "ovh_cloud_project_kube", kind: "quota" },
    "apply",
    /Quota exceeded: .*ovh_cloud_project_kube in GRA11/,
  ],
  ["no stock", { on: "create", type: "ovh_cloud_project_kube", kind: "out-of-stock" }, "apply", /Out of stock: .* in GRA11/],
  ["no stock, by pattern", { on: "create", type: "*_nodepool", kind: "out-of-stock" }, "apply", /Out of stock/],
  ["no stock, by address", { on: "create", address: "ovh_cloud_project_storage.b", kind: "out-of-stock" }, "apply", /Out of stock/],
  ["no answer", { on: "create", kind: "unavailable", after: 2, times: 1 }, "apply", /503/],
  ["half-made", { on: "create", type: "ovh_cloud_project_kube", kind: "half-created" }, "apply", /did not become ready/],
  ["a read that fails", { on: "read", type: "ovh_cloud_project_kube", kind: "unavailable" }, "plan-again", /503/],
  ["a destroy that fails once", { on: "delete", type: "ovh_cloud_project_storage", kind: "conflict" }, "destroy", /409/],
];

describe.each(engines)("faults with %s", (_, engine) => {
  it.each(faults)("%s", async (_, fault, where, words) => {
    const report = await rehearse({ folder: json(OVH, { resource: ground() }), engine, faults: [fault] });
    expect(report.ok).toBe(false);
    expect(report.stacks[0]?.phases.find((p) => !p.ok)?.phase).toBe(where);
    expect(phase(report, where)?.failure).toMatch(words);
    expect(phase(report, where)?.failure?.replace(/\s+/g, " ")).toMatch(/a fault that the rehearsal was asked for/);
    expect(report.faults.length).toBeGreaterThan(0);
  });

  it("cleans up after a failed apply: what was made is destroyed", async () => {
    const fault: Fault = { on: "create", type: "ovh_cloud_project_kube", kind: "half-created" };
    const report = await rehearse({ folder: json(OVH, { resource: ground() }), engine, faults: [fault] });
    expect(phase(report, "apply")?.ok).toBe(false);
    expect(phase(report, "destroy")).toMatchObject({ ok: true });
    expect(report.world.resources).toBe(0);
  });

  it("fails half-way, and goes on from there in the same world", async () => {
    const [world, folder] = [join(scratch(), "world.json"), json(OVH, { resource: { ovh_iam_resource_group: many(20) } })];
    const half = await rehearse({ folder, engine, world, phases: ["apply"], faults: [{ on: "create", kind: "quota", after: 8 }] });
    expect(phase(half, "apply")).toMatchObject({ ok: false, failure: expect.stringContaining("Quota exceeded") });
    expect(half.world.resources).toBe(8);
    const rest = await rehearse({ folder, engine, world, phases: ["apply", "plan-again", "destroy"] });
    expect(rest.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    expect(phase(rest, "plan")?.counts?.add).toBe(12);
    expect(rest.world.resources).toBe(0);
  });

  it("replaces what was half made", async () => {
    const [world, folder] = [join(scratch(), "world.json"), json(OVH, { resource: ground() })];
    await rehearse({
      folder,
      engine,
      world,
      phases: ["apply"],
      faults: [{ on: "create", type: "ovh_cloud_project_kube", kind: "half-created" }],
    });
    const again = await rehearse({ folder, engine, world, phases: ["apply", "plan-again"] });
    expect(again.ok).toBe(true);
    expect(phase(again, "plan")?.counts).toMatchObject({ destroy: 1 });
  });

  it("is slow when asked, and works", async () => {
    const fault: Fault = { on: "create", type: "ovh_cloud_project_kube", kind: "slow", delay: 1200 };
    const report = await rehearse({ folder: json(OVH, { resource: ground() }), engine, faults: [fault] });
    expect(report.ok).toBe(true);
    expect(phase(report, "apply")?.durationMs).toBeGreaterThan(1200);
    expect(report.faults).toEqual(["slow on create of ovh_cloud_project_kube"]);
  });

  it("tells addresses apart by what the plan says of them", async () => {
    const buckets = Object.fromEntries(["a", "b", "c"].map((n) => [n, { service_name: "abc", region_name: "GRA", name: `bucket-${n}` }]));
    const fault: Fault = { on: "create", address: "ovh_cloud_project_storage.b", kind: "quota" };
    const report = await rehearse({
      folder: json(OVH, { resource: { ovh_cloud_project_storage: buckets } }),
      engine,
      faults: [fault],
      phases: ["apply"],
    });
    expect(phase(report, "apply")?.failure).toContain("ovh_cloud_project_storage.b");
    expect(report.stacks[0]?.resources).toEqual({ ovh_cloud_project_storage: 2 });
  });
});

const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`g${i}`, { name: `group-${i}`, resources: [] }]));

describe.skipIf(anyEngine === undefined)("faults that make no sense are told", () => {
  it.each([
    [{ on: "birth", kind: "quota" }, /"on" one of create/],
    [{ on: "create", kind: "plague" }, /"kind" is one of quota/],
    [{ on: "create", kind: "slow", delay: -1 }, /numbers from 0 on/],
    [{ on: "create", kind: "slow", after: Number.NaN }, /numbers from 0 on/],
  ])("%j", async (fault, words) => {
    if (anyEngine === undefined) return;
    await expect(rehearse({ folder: json(OVH, { resource: ground() }), engine: anyEngine, faults: [fault as Fault] })).rejects.toThrow(
      words,
    );
  });
});
