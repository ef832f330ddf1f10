import { describe, expect, it } from "vitest";
import { RehearsalError, rehearse } from "../../rehearsal/index.ts";
import { ground, json, OVH, program } from "./programs.ts";
import { anyEngine, engines } from "./real-engines.ts";

/** What is wrong, the phase that finds it, and words that must be in the answer. */
const wrong: readonly (readonly [what: string, changes: Parameters<typeof ground>[0], phase: string, words: readonly RegExp[]])[] = [
  ["a misspelt attribute", { "ovh_cloud_project_kube.k": { regoin: "GRA11" } }, "validate", [/regoin/, /ovh_cloud_project_kube/]],
  [
    "a missing attribute",
    { "ovh_cloud_project_kube.other": { service_name: "abc" } },
    "validate",
    [/"region" is required|Missing required argument/],
  ],
  ["a value of the wrong type", { "ovh_cloud_project_kube_nodepool.p": { desired_nodes: "many" } }, "validate", [/number/]],
  [
    "a resource type that does not exist",
    { "ovh_cloud_project_cube.k": { name: "x" } },
    "validate",
    [/Invalid resource type/, /ovh_cloud_project_cube/],
  ],
  ["a computed attribute that is set", { "ovh_cloud_project_kube.k": { kubeconfig: "mine" } }, "validate", [/kubeconfig/]],
  [
    "a region that the cloud does not have",
    { "ovh_cloud_project_kube.k": { region: "GRA99" } },
    "validate",
    [/Unknown region "GRA99"/, /GRA11/],
  ],
  [
    "a region in a list",
    { "ovh_cloud_project_network_private.n": { regions: ["GRA11", "PARIS"] } },
    "validate",
    [/Unknown region "PARIS"/],
  ],
  [
    "a region in a nested attribute",
    { "ovh_cloud_project_storage.b": { replication: { rules: [{ destination: { name: "b", region: "XXX" } }] } } },
    "validate",
    [/Unknown region "XXX"/],
  ],
  [
    "a flavour that was never sold",
    { "ovh_cloud_project_kube_nodepool.p": { flavor_name: "b9000" } },
    "validate",
    [/Unknown flavour "b9000"/],
  ],
  [
    "a misspelt choice",
    { "ovh_cloud_project_storage.b": { versioning: { status: "on" } } },
    "validate",
    [/Unknown versioning status "on"/, /enabled/],
  ],
  [
    "a name that is taken",
    { "ovh_cloud_project_storage.twin": { service_name: "abc", region_name: "GRA", name: "bucket" } },
    "apply",
    [/409 Conflict/, /bucket/],
  ],
];

describe.each(engines)("with %s", (_, engine) => {
  it.each(wrong)("%s is refused", async (_, changes, phase, words) => {
    const report = await rehearse({ folder: json(OVH, { resource: ground(changes) }), engine });
    expect(report.ok).toBe(false);
    const failed = report.stacks[0]?.phases.find((p) => !p.ok);
    expect(failed?.phase).toBe(phase);
    for (const word of words) expect(failed?.failure).toMatch(word);
    expect(report.world.resources).toBe(0);
  });

  it("takes a region from a variable for judged only when it is known", async () => {
    const document = {
      variable: { where: { type: "string", default: "GRA99" } },
      resource: ground({ "ovh_cloud_project_kube.k": { region: "${var.where}" } }),
    };
    const report = await rehearse({ folder: json(OVH, document), engine });
    expect(report.stacks[0]?.phases.find((p) => !p.ok)).toMatchObject({
      phase: "plan",
      failure: expect.stringContaining('Unknown region "GRA99"'),
    });
  });

  it("refuses a provider that is not simulated, and installs none", async () => {
    const folder = json({ aws: "hashicorp/aws" }, { resource: { aws_s3_bucket: { b: { bucket: "x" } } } });
    await expect(rehearse({ folder, engine })).rejects.toThrow(/no simulation of hashicorp\/aws[\s\S]*ovh\/ovh/);
    await expect(rehearse({ folder, engine })).rejects.toBeInstanceOf(RehearsalError);
  });

  it("runs no program: provisioners in HCL are refused at the apply, in JSON left out and said", async () => {
    const mark = `${process.pid}-never`;
    const hcl = program({
      "main.tf": `resource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = "touch /tmp/${mark}"\n  }\n}\n`,
    });
    const refused = await rehearse({ folder: hcl, engine });
    expect(refused.stacks[0]?.phases.at(-1)).toMatchObject({
      phase: "apply",
      ok: false,
      failure: expect.stringContaining("terraform_data.x"),
    });
    const inJson = program({
      "main.tf.json": { resource: { terraform_data: { x: { provisioner: [{ "local-exec": { command: `touch /tmp/${mark}` } }] } } } },
    });
    const left = await rehearse({ folder: inJson, engine });
    expect(left.ok).toBe(true);
    expect(left.assumed.join()).toContain("terraform_data.x runs no program here");
    const { existsSync } = await import("node:fs");
    expect(existsSync(`/tmp/${mark}`)).toBe(false);
  });

  it("refuses programs in a module as well", async () => {
    const folder = program({
      "main.tf": 'module "m" {\n  source = "./m"\n}\n',
      "m/main.tf": 'resource "terraform_data" "x" {\n  provisioner "local-exec" {\n    command = "false"\n  }\n}\n',
    });
    const report = await rehearse({ folder, engine });
    expect(report.stacks[0]?.phases.at(-1)).toMatchObject({
      phase: "apply",
      ok: false,
      failure: expect.stringContaining("module.m.terraform_data.x"),
    });
  });

  it("lets no variable of the environment into the plan", async () => {
    const document = {
      variable: { name: { type: "string", default: "mine" } },
      resource: ground({ "ovh_cloud_project_kube.k": { name: "${var.name}" } }),
    };
    let name: unknown;
    const report = await rehearse({
      folder: json(OVH, document),
      engine,
      phases: ["plan"],
      env: { ...process.env, TF_VAR_name: "leaked", TF_CLI_ARGS_plan: "-destroy", TF_LOG: "trace", OVH_ENDPOINT: "ovh-us" },
      judge: (plan) => {
        const changes = plan.resource_changes as unknown as { address: string; change: { after: { name: string } } }[];
        name = changes.find((c) => c.address === "ovh_cloud_project_kube.k")?.change.after.name;
        return null;
      },
    });
    expect(report.ok).toBe(true);
    expect(name).toBe("mine");
  });
});

describe.skipIf(anyEngine === undefined)("what is no configuration", () => {
  const cases: readonly (readonly [string, () => string, RegExp])[] = [
    ["an empty folder", () => program({ "readme.txt": "hello" }), /holds no Terraform file/],
    ["no folder at all", () => "/nowhere/at/all", /is no folder/],
  ];
  it.each(cases)("%s", async (_, folder, words) => {
    if (anyEngine === undefined) return;
    await expect(rehearse({ folder: folder(), engine: anyEngine })).rejects.toThrow(words);
  });

  it.each([
    ["HCL that does not end", { "main.tf": 'resource "x" "y" {' }],
    ["JSON that is none", { "main.tf.json": "{ nonsense" }],
    ["a file of bytes", { "main.tf": '\u0000\u0001\ufffd{{{{"' }],
  ])("%s is told in the engine's words", async (_, files) => {
    if (anyEngine === undefined) return;
    const report = await rehearse({ folder: program(files), engine: anyEngine });
    expect(report.ok).toBe(false);
    expect(report.stacks[0]?.phases[0]).toMatchObject({ phase: "init", ok: false, failure: expect.stringMatching(/Error|Invalid/) });
  });
});
