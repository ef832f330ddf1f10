import { expect, it } from "vitest";
import { folderWith, terroir } from "./terroir.ts";

const stack = (region: string) => ({
  terraform: { required_providers: { ovh: { source: "ovh/ovh" } }, backend: { local: { path: "x.tfstate" } } },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
  resource: {
    ovh_cloud_project_storage: { media: { service_name: "x", name: "m", region_name: region, encryption: { sse_algorithm: "AES256" } } },
  },
});
const cwd = folderWith({
  "in.tf.json": stack("GRA"),
  "out.tf.json": stack("BHS"),
  "policy.json": { name: "canada too", countries: ["FR", "CA"], backends: { local: true } },
  "local.json": { name: "here", backends: { local: true } },
  "loose.mjs": 'export default "loose";',
  "state.json": {
    format_version: "1.0",
    terraform_version: "1.12.6",
    values: {
      root_module: {
        resources: [
          {
            address: "ovh_cloud_project_storage.media",
            mode: "managed",
            type: "ovh_cloud_project_storage",
            name: "media",
            provider_name: "registry.opentofu.org/ovh/ovh",
            values: { name: "m", region_name: "BHS", encryption: { sse_algorithm: "AES256" } },
          },
        ],
      },
    },
  },
  "cdktf.out/manifest.json": { version: "0.24.0", stacks: { shop: { name: "shop", workingDirectory: "stacks/shop", dependencies: [] } } },
  "cdktf.out/stacks/shop/cdk.tf.json": stack("GRA"),
});
const residency = ["--rules", "residency"];

it.each<[string, readonly string[], 0 | 1]>([
  ["one file inside", ["in.tf.json", ...residency], 0],
  ["one file outside", ["out.tf.json", ...residency], 1],
  ["one of two outside", ["in.tf.json", "out.tf.json", ...residency], 1],
  ["a state", ["state.json", ...residency], 1],
  ["what the project wrote, unnamed", residency, 0],
  ["a rule that nothing breaks", ["out.tf.json", "--rules", "encryption/at-rest"], 0],
  ["several rules", ["out.tf.json", "--rules", "encryption/at-rest, residency"], 1],
  ["every rule: the state lies in the clear", ["in.tf.json"], 1],
  ["a policy that lets it", ["out.tf.json", "--policy", "policy.json"], 0],
  ["a policy that still refuses Canada", ["out.tf.json", "--policy", "local.json"], 1],
])("ends with what it found: %s", (_, args, code) => {
  const { code: ended, stdout, stderr } = terroir(["check", ...args, "--json"], { cwd });
  expect(stderr).toBe("");
  expect(ended).toBe(code);
  expect((JSON.parse(stdout) as { verdict: string }).verdict).toBe(code === 0 ? "inside" : "refused");
});

it("gives programs what they were promised", () => {
  const { stdout } = terroir(["check", "out.tf.json", "--json", ...residency], { cwd });
  const answer = JSON.parse(stdout) as Record<string, unknown> & { resources: object[]; findings: object[] };
  expect(answer).toMatchObject({
    verdict: "refused",
    summary: { inside: 0, outside: 1, undecided: 0, waived: 0, notApplicable: 2 },
  });
  expect(answer.resources.find((one) => "address" in one && one.address === "ovh_cloud_project_storage.media")).toMatchObject({
    type: "ovh_cloud_project_storage",
    provider: "ovh/ovh",
    place: { operator: "ovhcloud", region: expect.stringMatching(/BHS/) as string, country: "CA" },
    verdict: "outside",
  });
  expect(Object.keys(answer.findings[0] ?? {})).toEqual(
    expect.arrayContaining(["rule", "address", "path", "verdict", "value", "chain", "message", "remedy", "source"]),
  );
});

it("gives the same bytes for the same input", () => {
  const once = terroir(["check", "out.tf.json", "in.tf.json", "--json"], { cwd }).stdout;
  expect(terroir(["check", "in.tf.json", "out.tf.json", "--json"], { cwd }).stdout).toBe(once);
});

it.each([
  ["text", /outside residency\/region — ovh_cloud_project_storage\.media[\s\S]*refused: 1 outside/],
  ["github", /^::error title=residency\/region::/m],
  ["sarif", /"version": ?"2\.1\.0"/],
  ["markdown", /\| *[`*]*residency\/region/],
])("prints %s", (format, form) => {
  const { code, stdout } = terroir(["check", "out.tf.json", "--format", format, ...residency], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(form);
  expect(stdout).not.toContain("\u001b[");
});

it("reads a configuration and a plan from a pipe", () => {
  expect(terroir(["check", "-", ...residency], { input: JSON.stringify(stack("BHS")) }).code).toBe(1);
  expect(terroir(["check", "-", ...residency], { input: JSON.stringify(stack("GRA")) }).code).toBe(0);
  expect(terroir(["check", "-"], { input: '{"format_version":"1.2","planned_values":{},"resource_changes":[]}' }).code).toBe(0);
});

it("takes the policy that the project names", () => {
  const project = folderWith({
    "cdktf.json": { app: "true", output: "out", terroir: { policy: "policy.json" } },
    "policy.json": { name: "canada too", countries: ["FR", "CA"], backends: { local: true } },
    "out/manifest.json": { stacks: {} },
    "out/stacks/shop/cdk.tf.json": stack("BHS"),
  });
  const { code, stdout } = terroir(["check"], { cwd: project });
  expect(stdout).toContain("policy canada too");
  expect(code).toBe(0);
});

it("refuses a policy that is none", () => {
  const { code, stderr } = terroir(["check", "in.tf.json", "--policy", "loose.mjs"], { cwd });
  expect([code, stderr]).toEqual([
    2,
    "The policy loose.mjs has no policy as its default export. Write: export default definePolicy({ … });\n",
  ]);
});
