import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesIn, projectWith, terroir } from "./terroir.ts";

const sovereign = (body: string, imports = "Bucket") => `import { ${imports}, SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
const app = new SovereignApp();
const stack = new SovereignStack(app, "shop", { at: ovh("GRA11"), account: { project: "0".repeat(32) } });
${body}
app.synth();
`;

/** The library's own app, with no guard in it. */
const plain = (region: string) => `import { App, S3Backend, TerraformResource, TerraformStack } from "cdktf";
const app = new App();
const stack = new TerraformStack(app, "shop");
stack.addOverride("terraform", { required_providers: { ovh: { source: "ovh/ovh" } } });
new S3Backend(stack, { bucket: "b", key: "k", region: "gra", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } });
stack.addOverride("provider", { ovh: [{ endpoint: "ovh-eu" }] });
const made = new TerraformResource(stack, "media", { terraformResourceType: "ovh_cloud_project_storage" });
made.addOverride("name", "m");
made.addOverride("service_name", "x");
made.addOverride("region_name", "${region}");
made.addOverride("encryption", { sse_algorithm: "AES256" });
app.synth();
`;

function synth(main: string, ...args: readonly string[]) {
  const cwd = projectWith(main);
  const before = filesIn(cwd);
  const ended = terroir(["synth", ...args], { cwd });
  return { cwd, ...ended, written: filesIn(cwd).filter((name) => !before.includes(name)) };
}

it.each([
  ["an app of ours", sovereign('new Bucket(stack, "media");')],
  ["the library's own app", plain("GRA")],
])("writes what %s makes, when it is inside", (_, main) => {
  const { code, stdout, stderr, written } = synth(main);
  expect([code, stdout, stderr]).toEqual([0, "Written to cdktf.out, all of it inside.\n", ""]);
  expect(written).toContain(join("cdktf.out", "stacks", "shop", "cdk.tf.json"));
  expect(written.filter((name) => !name.startsWith("cdktf.out"))).toEqual([]);
});

it("judges what the library's own app wrote, and removes it", () => {
  const { code, stdout, stderr, written } = synth(plain("BHS"));
  expect([code, stdout, written]).toEqual([1, "", []]);
  expect(stderr).toMatch(/^outside residency\/region — ovh_cloud_project_storage\.media: .*BHS/);
  expect(stderr).toMatch(/in cdktf\.out\/stacks\/shop\n/);
  expect(stderr).toContain("\nNothing was written.\nIt was judged under the default policy.");
});

it("keeps what was written before, when the new is refused", () => {
  const cwd = projectWith(plain("BHS"));
  mkdirSync(join(cwd, "cdktf.out"));
  writeFileSync(join(cwd, "cdktf.out", "kept.txt"), "kept");
  expect(terroir(["synth"], { cwd }).code).toBe(1);
  expect(filesIn(join(cwd, "cdktf.out"))).toEqual(["kept.txt"]);
  expect(readFileSync(join(cwd, "cdktf.out", "kept.txt"), "utf8")).toBe("kept");
});

it("lets an app of ours speak for itself, once", () => {
  const { code, stderr, written } = synth(
    sovereign(
      'new Bucket(stack, "media").node.findAll().forEach((node) => "addOverride" in node && (node as unknown as { addOverride(path: string, value: unknown): void }).addOverride("region_name", "BHS"));',
    ),
  );
  expect([code, written]).toEqual([1, []]);
  expect(stderr.match(/outside residency\/region/g)).toHaveLength(1);
  expect(stderr).toMatch(/shop\/media[\s\S]*declared at main\.ts:5/);
  expect(stderr).not.toMatch(/\n\s+at /);
});

it.each([
  ["policy in JSON", { "policy.json": { name: "canada", countries: ["FR", "CA"] } }, ["--policy", "policy.json"]],
  ["a policy that the project names", { "policy.json": { name: "canada", countries: ["FR", "CA"] } }, []],
] as const)("judges under %s", (_, files, args) => {
  const cwd = projectWith(plain("BHS"), files);
  if (args.length === 0) {
    const settings = JSON.parse(readFileSync(join(cwd, "cdktf.json"), "utf8")) as object;
    writeFileSync(join(cwd, "cdktf.json"), JSON.stringify({ ...settings, terroir: { policy: "policy.json" } }));
  }
  const { code, stdout, stderr } = terroir(["synth", "--json", ...args], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: "inside", report: { policy: "canada" } });
});

it.each<[string, string, RegExp]>([
  [
    "a region that nobody has",
    sovereign('new SovereignStack(app, "x", { at: ovh("GRA99" as "GRA11") });'),
    /^ovh has no region "GRA99" that we know\. The nearest in the EU: GRA9, GRA11, GRA7\. All of them: terroir regions list --cloud ovh\.\n/,
  ],
  [
    "a region outside the EU",
    sovereign('new SovereignStack(app, "x", { at: ovh("BHS5" as "GRA11") });'),
    /ovh:BHS5.*Beauharnois.*(?:Canada|CA).*\n/,
  ],
  [
    "a cloud that is closed",
    `import { placeFrom } from "terroir";\nimport { ovh } from "terroir/ovh";\nplaceFrom("cloudwatt:fr1", ovh);`,
    /^Cloudwatt is closed since 2020-01-31: .* Nothing can be built there\. Where to go instead: ovhcloud, outscale, scaleway\. Choose one of: ovh\.\n/,
  ],
  [
    "addresses that overlap",
    sovereign('new Network(stack, "a", { addresses: "10.0.0.0/20" });\nnew Network(stack, "b", { addresses: "10.0.8.0/24" });', "Network"),
    /10\.0\.8\.0\/24 overlap 10\.0\.0\.0\/20 of shop\/a\. Give each network addresses of its own.*\n/,
  ],
  [
    "two constructs of one name",
    sovereign('new Bucket(stack, "media");\nnew Bucket(stack, "media");'),
    /^shop has a "media" already: a Bucket, made at main\.ts:5\. An id is unique within its scope, since names of resources are made of it: give the second, a Bucket, another\.\n/,
  ],
  [
    "a program that fails",
    'function customer(): never {\n  throw new Error("no such customer");\n}\ncustomer();',
    /^main\.ts:2: Error: no such customer\n {2}throw new Error\("no such customer"\);\nThe whole trace: TERROIR_TRACE=1\.\nThe program/,
  ],
  ["a program that cannot be read", "const app = new (;", /main\.ts:1:17: ERROR: Unexpected ";"\n(?!.*esbuild)/],
  ["an export that does not exist", 'import { Bukket } from "terroir";\nBukket;', /^main\.ts:1: SyntaxError: .*Bukket/],
  [
    "a prop that no construct has",
    sovereign('new Bucket(stack, "media", { versionned: true } as never);'),
    /^shop\/media: a Bucket has no \{ versionned \}\. Did you mean \{ versioned \}\?.*\n {2}at main\.ts:5\n/,
  ],
])("says what is wrong, and writes nothing: %s", (_, main, says) => {
  const { code, stdout, stderr, written } = synth(main);
  expect([code, stdout, written]).toEqual([2, "", []]);
  expect(stderr).toMatch(says);
  expect(stderr.trim().split("\n").at(-1)).toMatch(
    /^The program `.*` ended with exit code \d+ before its stacks were written; what it said is above\. Nothing was written\.$/,
  );
});

it.each([
  [
    "ends well and writes nothing",
    "export {};",
    /ended well and wrote nothing where it was told to \(CDKTF_OUTDIR\)\. Does it call app\.synth\(\)/,
  ],
  [
    "writes elsewhere",
    'import { App, TerraformStack } from "cdktf";\nconst app = new App({ outdir: "elsewhere" });\nnew TerraformStack(app, "s");\napp.synth();',
    /wrote nothing where it was told to/,
  ],
])("does not believe a program that %s", (_, main, says) => {
  const { cwd, code, stderr } = synth(main);
  expect(code).toBe(2);
  expect(stderr).toMatch(says);
  expect(existsSync(join(cwd, "cdktf.out"))).toBe(false);
});

it("takes a company's module in a folder, judges what is in it, and says how it is named", () => {
  const main = (source: string) =>
    sovereign(
      `new Bucket(stack, "media");\nnew TerraformHclModule(stack, "archive", { source: "${source}", variables: { region: "SBG" } });`,
    ).replace("import", 'import { TerraformHclModule } from "cdktf";\nimport');
  const code = (region: string) => `terraform {
  required_providers {
    ovh = { source = "ovh/ovh" }
  }
}
variable "region" {}
resource "ovh_cloud_project_storage" "this" {
  service_name = "x"
  name         = "archive"
  region_name  = ${region}
  encryption   = { sse_algorithm = "AES256" }
}
`;
  const cwd = projectWith(main("./modules/in"), { "modules/in/main.tf": code("var.region"), "modules/out/main.tf": code('"BHS"') });
  const unnamed = terroir(["synth"], { cwd });
  expect(unnamed.code).toBe(2);
  expect(unnamed.stderr).toMatch(/^main\.ts:\d+: Error: .* name it in cdktf\.json, "terraformModules"/);
  const settings = JSON.parse(readFileSync(join(cwd, "cdktf.json"), "utf8")) as object;
  const terraformModules = ["./modules/in", { name: "out", source: "./modules/out" }, "example/thing/ovh@1.0.0"];
  writeFileSync(join(cwd, "cdktf.json"), JSON.stringify({ ...settings, terraformModules }));
  expect(terroir(["synth"], { cwd })).toEqual({ code: 0, stdout: "Written to cdktf.out, all of it inside.\n", stderr: "" });
  writeFileSync(join(cwd, "main.ts"), main("./modules/out"));
  const outside = terroir(["synth"], { cwd });
  expect([outside.code, outside.stderr]).toEqual([1, expect.stringMatching(/module\.archive\.ovh_cloud_project_storage\.this: BHS is in/)]);
});
