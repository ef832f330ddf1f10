import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesIn, folderWith, projectWith, terroir } from "./terroir.ts";

const main = (region = "GRA") => `import { Bucket, SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
const app = new SovereignApp();
const account = { project: "0".repeat(32) };
const first = new SovereignStack(app, "zz-first", { at: ovh("GRA11"), account });
const second = new SovereignStack(app, "aa-second", { at: ovh("GRA11"), account });
second.addDependency(first);
new Bucket(first, "media");
const logs = new Bucket(second, "logs");
if ("${region}" !== "GRA") (logs.resources[0] as unknown as { addOverride(path: string, value: unknown): void }).addOverride("region_name", "${region}");
app.synth();
`;

interface Rehearsed {
  readonly simulated: boolean;
  readonly ok: boolean;
  readonly verdict: string;
  readonly notice: string;
  readonly synthesis: { readonly verdict: string };
  readonly plans: Readonly<Record<string, { readonly verdict: string }>>;
  readonly stacks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly phases: readonly { readonly phase: string; readonly ok: boolean; readonly failure?: string }[];
  }[];
  readonly faults: readonly string[];
  readonly world: { readonly resources: number };
}

it("plays the whole life of a project, each stack after what it depends on, judged before and at the plan", () => {
  const cwd = projectWith(main());
  const { code, stdout, stderr } = terroir(["rehearse", "--json"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  const report = JSON.parse(stdout) as Rehearsed;
  expect(report).toMatchObject({
    simulated: true,
    ok: true,
    verdict: "inside",
    synthesis: { verdict: "inside" },
    plans: { "zz-first": { verdict: "inside" }, "aa-second": { verdict: "inside" } },
  });
  expect(report.stacks.map(({ name }) => name)).toEqual(["zz-first", "aa-second"]);
  for (const { phases } of report.stacks)
    expect(phases.map(({ phase, ok }) => [phase, ok])).toEqual(
      ["init", "validate", "plan", "apply", "plan-again", "destroy"].map((phase) => [phase, true]),
    );
  expect(report.world.resources).toBe(0);
  expect(filesIn(cwd).filter((name) => /tfstate|\.terraform/.test(name))).toEqual([]);
});

it("tells people that nothing of it was real", () => {
  const cwd = projectWith(main());
  const { code, stdout, stderr } = terroir(["rehearse"], { cwd, env: { CI: "false" } });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^guard, before any plan: inside /);
  expect(stdout).toMatch(/zz-first: ok, 1 resource of 1 type\n {2}ok {5}init/);
  expect(stdout).toMatch(/guard, of the plan: inside /);
  expect(stdout).toMatch(
    /\nRehearsed: 2 stacks with (?:OpenTofu|Terraform) [\d.]+ in [\d.]+ s\.\nA rehearsal: every provider was simulated and nothing real was touched\..*\n$/,
  );
  expect(stderr).toMatch(/Synthesizing the project\.\n[\s\S]*zz-first: init\n/);
});

it("rehearses nothing that the guard refuses", () => {
  const cwd = projectWith(main("BHS"));
  const { code, stdout, stderr } = terroir(["rehearse", "--json"], { cwd });
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    simulated: true,
    ok: false,
    verdict: "refused",
    synthesis: { verdict: "refused" },
    stacks: [],
  });
  expect(stderr).toMatch(/outside residency\/region/);
  expect(existsSync(join(cwd, "cdktf.out"))).toBe(false);
});

it("plays trouble when it is asked to, and ends as the engine did", () => {
  const cwd = projectWith(main(), { "faults.json": [{ on: "create", type: "ovh_cloud_project_storage", kind: "quota" }] });
  const { code, stdout } = terroir(["rehearse", "--json", "--faults", "faults.json"], { cwd });
  expect(code).toBe(3);
  const { ok, faults, stacks } = JSON.parse(stdout) as Rehearsed;
  expect(ok).toBe(false);
  expect(faults.join()).toMatch(/quota on create/);
  expect(stacks[0]?.phases.find(({ phase }) => phase === "apply")).toMatchObject({
    ok: false,
    failure: expect.stringMatching(/Quota exceeded/) as string,
  });
});

it("keeps a world when it is asked to", () => {
  const cwd = projectWith(main());
  const { code, stdout } = terroir(["rehearse", "--keep", "--world", "world.json", "--json"], { cwd });
  expect(code).toBe(0);
  expect((JSON.parse(stdout) as Rehearsed).world).toMatchObject({ resources: 2 });
  expect(existsSync(join(cwd, "world.json"))).toBe(true);
});

const CODE = `terraform {
  required_providers { ovh = { source = "ovh/ovh" } }
  backend "s3" {
    bucket    = "b"
    key       = "k"
    region    = "gra"
    endpoints = { s3 = "https://s3.gra.io.cloud.ovh.net" }
  }
}
provider "ovh" { endpoint = "ovh-eu" }
variable "region" { default = "GRA" }
resource "ovh_cloud_project_storage" "b" {
  service_name = "x"
  name         = "m"
  region_name  = var.region
  encryption   = { sse_algorithm = "AES256" }
}
`;

it.each([
  ["inside", CODE, 0],
  ["outside, which only the plan shows", CODE.replace('"GRA"', '"BHS"'), 1],
  ["with its state in Canada", CODE.replace("s3.gra.", "s3.bhs."), 1],
] as const)("rehearses code: %s", (_, text, code) => {
  const cwd = folderWith({ "main.tf": text });
  const { code: ended, stdout } = terroir(["rehearse", ".", "--json"], { cwd });
  expect(ended).toBe(code);
  const { verdict, stacks } = JSON.parse(stdout) as Rehearsed;
  expect(verdict).toBe(code === 0 ? "inside" : "refused");
  expect(stacks.flatMap(({ phases }) => phases).some(({ phase }) => phase === "apply")).toBe(code === 0);
});

it.each([
  [
    "depend on each other in a circle",
    { a: { dependencies: ["b"] }, b: { dependencies: ["a"] } },
    /stacks depend on each other in a circle: a → b → a\. No order deploys them\. Move what both need .*\n$/,
  ],
  ["depend on what is not there", { a: { dependencies: ["c"] } }, /a depends on the stack c, which is not there\. Synthesize again\.\n$/],
])("says when stacks %s", (_, stacks, says) => {
  const out = Object.fromEntries(
    Object.entries(stacks).map(([name, { dependencies }]) => [name, { name, workingDirectory: `stacks/${name}`, dependencies }]),
  );
  const cwd = folderWith({ "out/manifest.json": { stacks: out } });
  const seal = { terraform: { backend: { s3: { bucket: "b", key: "k", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } } } } };
  for (const name of Object.keys(stacks)) {
    mkdirSync(join(cwd, "out", "stacks", name), { recursive: true });
    writeFileSync(join(cwd, "out", "stacks", name, "cdk.tf.json"), JSON.stringify(seal));
  }
  const { code, stdout, stderr } = terroir(["rehearse", "out"], { cwd });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(says);
  expect(readFileSync(join(cwd, "out", "manifest.json"), "utf8")).toContain("stacks");
});
