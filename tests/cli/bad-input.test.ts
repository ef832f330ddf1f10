import { copyFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesIn, folderWith, terroir } from "./terroir.ts";

const MAKE = "tofu show -json plan.bin > plan.json (or terraform show -json)";
const plan = (resource_changes: readonly object[], configuration: object = {}) => ({
  format_version: "1.2",
  planned_values: {},
  resource_changes,
  configuration,
});

/** What stands in the file, and all that is said of it. */
const FILES: readonly (readonly [name: string, content: string | object, says: string])[] = [
  ["empty.json", "", `empty.json is empty. Make it again with: ${MAKE}.`],
  ["blank.json", " \n\t", `blank.json is empty. Make it again with: ${MAKE}.`],
  ["hello.txt", "hello", `hello.txt is not JSON. If it is a plan of the engine, convert it with: ${MAKE}.`],
  ["list.json", [1], `list.json is no plan: its JSON is a list, not an object. Make it with: ${MAKE}.`],
  [
    "package.json",
    { name: "shop", version: "1.0.0" },
    "package.json is JSON, but nothing of Terraform or Pulumi: neither a plan, nor a preview, nor a state, nor a configuration (its keys: name, version). Make a plan with: tofu show -json plan.bin > plan.json",
  ],
  [
    "nothing.json",
    {},
    "nothing.json is JSON, but nothing of Terraform or Pulumi: neither a plan, nor a preview, nor a state, nor a configuration (its keys: none). Make a plan with: tofu show -json plan.bin > plan.json",
  ],
  ["plan.bin", "PK\u0003\u0004\u0000", `plan.bin is the engine's own plan file, not JSON. Convert it with: ${MAKE}.`],
  [
    "encrypted.json",
    { meta: {}, encrypted_data: "AAAA", encryption_version: "v0" },
    "encrypted.json is a plan or a state that OpenTofu encrypted. Let the engine that has the key show it: tofu show -json plan.bin > plan.json",
  ],
  [
    "terraform.tfstate",
    { version: 4, serial: 1, lineage: "x", resources: [] },
    "terraform.tfstate is the engine's own state file, which only the engine reads. Make it with: tofu show -json > state.json (or terraform show -json).",
  ],
  [
    "schemas.json",
    { format_version: "1.0", provider_schemas: {} },
    "schemas.json holds provider schemas, not a plan. Make it with: tofu show -json plan.bin > plan.json (or terraform show -json).",
  ],
  [
    "new.json",
    { format_version: "2.0", planned_values: {} },
    "new.json has plan format 2.0; formats 1.x are understood. Use OpenTofu 1.10 or Terraform 1.9, or newer. Make it with: tofu show -json plan.bin > plan.json (or terraform show -json).",
  ],
  [
    "failed.json",
    { ...plan([]), errored: true },
    "failed.json is the plan of a run that failed, so it holds a part only. Put right what the engine complained of, and plan again.",
  ],
  [
    "log.json",
    '{"@level":"info","@message":"OpenTofu 1.12.6"}\n{"@level":"info","@message":"Plan: 1 to add"}\n',
    `log.json is the log of "plan -json", one message a line, not a plan. Make one with: ${MAKE}.`,
  ],
  [
    "main.tf",
    'resource "x" "y" {}',
    "main.tf is one file of Terraform code, and an engine reads all files of a folder together. Check the folder: terroir check .",
  ],
  [
    "twice.tf.json",
    '{"locals": {"region": "GRA11", "region": "BHS5"}}',
    'twice.tf.json says the key "region" twice in one object, on line 1. Which one holds differs between programs; keep one of them.',
  ],
];

it.each(FILES)("says what is wrong with %s, and writes nothing", (name, content, says) => {
  const cwd = folderWith({ [name]: content });
  const before = filesIn(cwd);
  expect(terroir(["check", name], { cwd })).toEqual({ code: 2, stdout: "", stderr: `${says}\n` });
  expect(filesIn(cwd)).toEqual(before);
});

it("says that a plan was cut off", () => {
  const cwd = folderWith({ "plan.json": JSON.stringify(plan([{ address: "a.b", type: "a" }])).slice(0, -20) });
  const { code, stderr } = terroir(["check", "plan.json"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^plan\.json is not valid JSON\. It looks cut off \(.*\)\. Make it again with: tofu show -json plan\.bin > plan\.json \(or terraform show -json\)\.\n$/,
  );
});

it("says that a large file is no plan as soon as that is clear", () => {
  const cwd = folderWith({ "plan.json": "{" });
  truncateSync(join(cwd, "plan.json"), 600 * 1024 * 1024);
  const { code, stdout, stderr } = terroir(["check", "plan.json"], { cwd });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^plan\.json is not valid JSON\. .*the byte 0x00 stands where it does not belong, at byte 1\)\./);
});

it.each([
  ["lists", "[".repeat(200_000)],
  ["closed lists", "[".repeat(200_000) + "]".repeat(200_000)],
  ["objects in a plan", `{"format_version":"1.2","planned_values":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)},"resource_changes":[]}`],
  [
    "modules in a plan",
    `{"format_version":"1.2","planned_values":{},"resource_changes":[],"prior_state":{"values":{"root_module":${'{"child_modules":['.repeat(20_000)}{}${"]}".repeat(20_000)}}}}`,
  ],
])("survives %s nested without end", (_, text) => {
  const cwd = folderWith({ "plan.json": text });
  const { code, stderr } = terroir(["check", "plan.json"], { cwd });
  expect([0, 1, 2]).toContain(code);
  expect(stderr).not.toMatch(/\n\s+at |should not/);
});

it("answers a plan whose references turn in a circle", () => {
  const block = (name: string, other: string) => ({
    address: `ovh_cloud_project_storage.${name}`,
    mode: "managed",
    type: "ovh_cloud_project_storage",
    name,
    provider_config_key: "ovh",
    expressions: { region_name: { references: [`ovh_cloud_project_storage.${other}.region_name`, `ovh_cloud_project_storage.${other}`] } },
  });
  const change = (name: string) => ({
    address: `ovh_cloud_project_storage.${name}`,
    mode: "managed",
    type: "ovh_cloud_project_storage",
    name,
    provider_name: "registry.opentofu.org/ovh/ovh",
    change: { actions: ["create"], before: null, after: { name }, after_unknown: { region_name: true } },
  });
  const cyclic = plan([change("a"), change("b")], {
    provider_config: {
      ovh: { name: "ovh", full_name: "registry.opentofu.org/ovh/ovh", expressions: { endpoint: { constant_value: "ovh-eu" } } },
    },
    root_module: { resources: [block("a", "b"), block("b", "a")] },
  });
  const cwd = folderWith({ "plan.json": cyclic });
  const { code, stdout } = terroir(["check", "plan.json", "--json", "--rules", "residency"], { cwd });
  expect(code).toBe(1);
  expect((JSON.parse(stdout) as { summary: object }).summary).toMatchObject({ undecided: 2, inside: 0 });
});

it.each([
  [
    "nothing there",
    "nowhere",
    "There is nothing at nowhere. Name a synthesized folder, a plan in JSON (tofu show -json plan.bin > plan.json), or a folder of Terraform code; `terroir synth` writes cdktf.out.",
  ],
  [
    "an empty folder",
    "empty",
    "empty holds nothing of Terraform: no manifest.json of a synthesis, no *.tf and no *.tf.json. Synthesize first (terroir synth), or name another folder.",
  ],
  [
    "a folder above the code",
    "above",
    "above holds nothing of Terraform: no manifest.json of a synthesis, no *.tf and no *.tf.json. Below it there is code in above/prod: name one of these.",
  ],
])("explains %s", (_, path, says) => {
  const cwd = folderWith({ "empty/.keep": "", "above/prod/main.tf": "" });
  expect(terroir(["check", path], { cwd })).toEqual({ code: 2, stdout: "", stderr: `${says}\n` });
});

it("says what standard input should hold", () => {
  const { code, stderr } = terroir(["check", "-"], { input: "hello" });
  expect([code, stderr]).toEqual([2, `standard input is not JSON. If it is a plan of the engine, convert it with: ${MAKE}.\n`]);
});

it.each([
  [["check", "x", "--policy", "nosuch.json"], "There is no policy file nosuch.json."],
  [["check", "x", "--policy", "broken.json"], "broken.json is not JSON: it ends too early, on line 1, column 2. Mend it there."],
  [
    ["check", "x", "--policy", "comma.json"],
    'comma.json is not JSON: "}" stands where it does not belong, on line 3, column 1. Mend it there.',
  ],
  [
    ["check", "x", "--policy", "twice.json"],
    'twice.json says the key "countries" twice in one object, on line 3. Which one holds differs between programs; keep one of them.',
  ],
  [["check", "x", "--policy", "list.json"], "list.json is not a policy: it holds a list where an object belongs."],
  [["check", "x", "--policy", "void.json"], "void.json is empty, so it is not a policy. Mend it there."],
  [["check", "x", "--policy", "huge.json"], "huge.json is larger than 16 MiB: no policy is. Name the file that was meant."],
  [["check", "x", "--policy", "huge.mjs"], "huge.mjs is larger than 16 MiB: no policy is. Name the file that was meant."],
  [["check", "x", "--policy", "wrong.json"], /^broken|countrys.*countries/],
  [["check", "plan.json", "--rules", "nosuch"], /^There is no rule and no family of rules named "nosuch"\./],
  [["check", "x", "--var", "region"], "--var region: write a name and a value, --var region=GRA11. Quote what holds blanks."],
  [["check", "x", "--var-file", "nosuch.tfvars"], /^--var-file nosuch\.tfvars cannot be read: ENOENT/],
  [["check", "plan.json", "--rules", ","], "--rules names no rule. Name families or ids: --rules residency,jurisdiction/operator"],
  [["rehearse", "nowhere"], /^nowhere is no folder\. Name a folder that `terroir synth` wrote, or a folder of Terraform code\.$/],
  [["rehearse", "--faults", "nosuch.json"], "There is no file of faults nosuch.json."],
  [["rehearse", "--faults", "broken.json"], /^The faults in broken\.json are not JSON: .+\.$/],
  [["rehearse", "--faults", "wrong.json"], /^wrong\.json should hold a list of faults: /],
  [["rehearse", "--faults", "faults.json"], /^faults\.json: A fault's "kind" is one of quota, out-of-stock, .*, not "flood"\.$/],
  [
    ["synth"],
    /^There is no cdktf\.json in .*, so there is no program to run\. Go to the project's folder, say which program with --app "npx tsx main\.ts", or start a project with `terroir init`\.$/,
  ],
  [["catalogue", "refresh", "nosuch.json"], "nosuch.json does not exist. Write it with: tofu providers schema -json > nosuch.json"],
  [["catalogue", "refresh", "wrong.json"], /^wrong\.json is not what `tofu providers schema -json` prints: it has no provider_schemas\./],
] as const)("explains %j", (args, says) => {
  const cwd = folderWith({
    "plan.json": plan([]),
    x: plan([]),
    "broken.json": "{",
    "comma.json": '{\n  "countries": ["FR"],\n}\n',
    "twice.json": '{\n  "countries": ["FR"],\n  "countries": ["US"]\n}\n',
    "list.json": [],
    "void.json": "\n",
    "wrong.json": { countrys: "eu" },
    "faults.json": [{ on: "create", kind: "flood" }],
  });
  // Sparse: nothing of it is written, and nothing should be read.
  for (const huge of ["huge.json", "huge.mjs"]) {
    writeFileSync(join(cwd, huge), "");
    truncateSync(join(cwd, huge), 2 ** 30);
  }
  const { code, stdout, stderr } = terroir(args, { cwd });
  expect([code, stdout]).toEqual([2, ""]);
  if (typeof says === "string") expect(stderr).toBe(`${says}\n`);
  else expect(stderr.trim()).toMatch(says);
});

it("reads a plan that PowerShell wrote in UTF-16", () => {
  const cwd = folderWith({});
  writeFileSync(join(cwd, "plan.json"), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(plan([])), "utf16le")]));
  copyFileSync(join(cwd, "plan.json"), join(cwd, "again.json"));
  expect(terroir(["check", "plan.json", "again.json"], { cwd }).code).toBe(0);
});
