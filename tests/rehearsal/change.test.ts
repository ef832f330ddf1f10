import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Drift, type RehearsalReport, rehearse, World } from "../../rehearsal/index.ts";
import { ground, json, OVH, program, scratch } from "./programs.ts";
import { engines } from "./real-engines.ts";

const phase = (report: RehearsalReport, name: string) => report.stacks[0]?.phases.find((p) => p.phase === name);

describe.each(engines)("changes with %s", (_, engine) => {
  /** A ground that was applied, once for all that is changed in it. */
  let applied: Promise<string> | undefined;
  async function apply(): Promise<string> {
    const home = scratch();
    const folder = json(OVH, { resource: ground() }, join(home, "a"));
    expect((await rehearse({ stacks: [{ name: "a", folder }], engine, world: join(home, "world.json"), phases: ["apply"] })).ok).toBe(true);
    return home;
  }

  /** Plans a changed ground in a copy of that world. */
  async function changed(changes: Parameters<typeof ground>[0]) {
    applied ??= apply();
    const home = scratch();
    cpSync(await applied, home, { recursive: true });
    const folder = json(OVH, { resource: ground(changes) }, join(home, "a"));
    return rehearse({ stacks: [{ name: "a", folder }], engine, world: join(home, "world.json"), phases: ["apply", "plan-again"] });
  }

  it.each([
    ["a name changes in place", { "ovh_cloud_project_kube.k": { name: "other" } }, { add: 0, change: 1, destroy: 0 }],
    ["more nodes change in place", { "ovh_cloud_project_kube_nodepool.p": { desired_nodes: 5 } }, { add: 0, change: 1, destroy: 0 }],
    [
      "another flavour replaces the pool",
      { "ovh_cloud_project_kube_nodepool.p": { flavor_name: "b3-16" } },
      { add: 1, change: 0, destroy: 1 },
    ],
    [
      "another region replaces the cluster, and the pool in it",
      { "ovh_cloud_project_kube.k": { region: "SBG5" } },
      { add: 2, change: 0, destroy: 2 },
    ],
    [
      "a nested attribute changes in place",
      { "ovh_cloud_project_storage.b": { versioning: { status: "suspended" } } },
      { add: 0, change: 1, destroy: 0 },
    ],
    ["a tag changes in place", { "ovh_cloud_project_storage.b": { tags: { team: "y", more: "z" } } }, { add: 0, change: 1, destroy: 0 }],
  ])("%s", async (_, changes, counts) => {
    const report = await changed(changes);
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    expect(phase(report, "plan")?.counts).toMatchObject(counts);
  });

  it("keeps what the cloud computed when something else changes", async () => {
    const [world, folder] = [join(scratch(), "world.json"), scratch()];
    const id = () => World.open(world).list("ovh_cloud_project_kube")[0]?.[1].attributes.id;
    json(OVH, { resource: ground() }, folder);
    await rehearse({ stacks: [{ name: "a", folder }], engine, world, phases: ["apply"] });
    const before = id();
    json(OVH, { resource: ground({ "ovh_cloud_project_kube.k": { name: "other" } }) }, folder);
    await rehearse({ stacks: [{ name: "a", folder }], engine, world, phases: ["apply"] });
    expect(id()).toBe(before);
    expect(before).toBeTypeOf("string");
  });

  const drifts: readonly (readonly [string, readonly Drift[], RegExp, Record<string, number>])[] = [
    ["a changed name", [{ type: "ovh_cloud_project_kube", attributes: { name: "by hand" } }], /changed by hand: name/, { change: 1 }],
    [
      "a deleted bucket",
      [{ type: "ovh_cloud_project_storage", where: { name: "bucket" }, attributes: null }],
      /deleted by hand/,
      { add: 1 },
    ],
    [
      "two at once",
      [
        { type: "ovh_cloud_project_storage", attributes: { versioning: { status: "suspended" } } },
        { type: "ovh_cloud_project_kube_nodepool", attributes: { desired_nodes: 9 } },
      ],
      /versioning/,
      { change: 2 },
    ],
  ];
  it.each(drifts)("drift is seen and mended: %s", async (_, drift, note, counts) => {
    const report = await rehearse({ folder: json(OVH, { resource: ground() }), engine, drift, phases: ["apply", "drift"] });
    expect(phase(report, "drift")).toMatchObject({ ok: true, counts: expect.objectContaining(counts) });
    expect(phase(report, "drift")?.notes?.join()).toMatch(note);
  });

  it("says when drift is ignored by the configuration", async () => {
    const resource = ground({ "ovh_cloud_project_kube.k": { lifecycle: { ignore_changes: ["name"] } } });
    const drift = [{ type: "ovh_cloud_project_kube", attributes: { name: "by hand" } }];
    const report = await rehearse({ folder: json(OVH, { resource }), engine, drift, phases: ["apply", "drift"] });
    expect(phase(report, "drift")).toMatchObject({ ok: false, failure: expect.stringContaining("did not see") });
  });

  it("sees what somebody edits in the world's file", async () => {
    const [world, folder] = [join(scratch(), "world.json"), json(OVH, { resource: ground() })];
    await rehearse({ stacks: [{ name: "a", folder }], engine, world, phases: ["apply"] });
    writeFileSync(world, readFileSync(world, "utf8").replace('"name": "cluster"', '"name": "edited"'));
    const report = await rehearse({ stacks: [{ name: "a", folder }], engine, world, phases: ["plan"] });
    expect(phase(report, "plan")?.counts).toMatchObject({ add: 0, change: 1, destroy: 0 });
  });

  it("imports what the world holds, by the id that the provider documents", async () => {
    const file = join(scratch(), "world.json");
    const world = World.open(file);
    const attributes = {
      service_name: "abc",
      region: "GRA11",
      name: "old",
      id: "k-1",
      version: "1.31",
      plan: "free",
      update_policy: "ALWAYS_UPDATE",
      kube_proxy_mode: "iptables",
    };
    world.add({
      provider: "ovh/ovh",
      type: "ovh_cloud_project_kube",
      attributes,
    });
    world.close();
    const folder = json(OVH, {
      import: [{ to: "ovh_cloud_project_kube.k", id: "abc/k-1" }],
      resource: { ovh_cloud_project_kube: { k: { service_name: "abc", region: "GRA11", name: "new" } } },
    });
    const report = await rehearse({ folder, engine, world: file, phases: ["apply", "plan-again"] });
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    expect(phase(report, "plan")?.counts).toEqual({ add: 0, change: 1, destroy: 0, import: 1 });
  });

  it("refuses to import what is not there", async () => {
    const folder = json(OVH, {
      import: [{ to: "ovh_cloud_project_kube.k", id: "abc/nothing" }],
      resource: { ovh_cloud_project_kube: { k: { service_name: "abc", region: "GRA11", name: "new" } } },
    });
    const report = await rehearse({ folder, engine });
    expect(phase(report, "plan")).toMatchObject({ ok: false, failure: expect.stringContaining("Cannot import what does not exist") });
  });

  it("keeps write-only values out of plan and world", async () => {
    const world = join(scratch(), "world.json");
    const secret = "correct-horse-battery";
    const folder = program({
      "main.tf.json": {
        terraform: { required_providers: { scaleway: { source: "scaleway/scaleway" } } },
        resource: { scaleway_rdb_user: { u: { instance_id: "i", name: "u", password_wo: secret, password_wo_version: 1 } } },
      },
    });
    const report = await rehearse({ folder, engine, world, phases: ["apply", "plan-again"] });
    // Terraform knows write-only attributes from 1.11 on.
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    expect(readFileSync(world, "utf8")).not.toContain(secret);
    expect(readFileSync(join(`${world}.states`, `${folder.split("/").at(-1)}.tfstate`), "utf8")).not.toContain(secret);
  });
});
