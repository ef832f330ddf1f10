import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../architecture/house.ts";
import { folderWith, terroir } from "./terroir.ts";

const main = {
  terraform: {
    required_providers: { ovh: { source: "ovh/ovh" } },
    backend: { s3: { bucket: "b", key: "k", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } } },
  },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
  resource: {
    ovh_cloud_project_storage: { b: { service_name: "p", name: "b", region_name: "GRA", encryption: { sse_algorithm: "AES256" } } },
  },
};
const typescript = (countries: string, more = "") => `
import { definePolicy } from "terroir/guard";
${more}
const countries: readonly ["${countries}"] = ["${countries}"];
export default definePolicy({ name: "in-typescript", countries });
`;

/** A project that has what is named in its node_modules. */
function project(files: Readonly<Record<string, string | object>>, ...packages: readonly string[]): string {
  const cwd = folderWith({ "main.tf.json": main, "package.json": { type: "module" }, ...files });
  mkdirSync(join(cwd, "node_modules"));
  symlinkSync(ROOT, join(cwd, "node_modules", "terroir"));
  for (const name of packages) symlinkSync(join(ROOT, "node_modules", name), join(cwd, "node_modules", name));
  return cwd;
}
const policyOf = (cwd: string, ...args: readonly string[]) => {
  const { code, stdout, stderr } = terroir(["check", "main.tf.json", "--json", ...args], { cwd });
  return code === 2 ? stderr : [code, JSON.parse(stdout).policy];
};
/** What a project installs to have its TypeScript read. */
const TSX = ["tsx", "esbuild", "get-tsconfig", "resolve-pkg-maps"] as const;

describe("a policy file", () => {
  it("beside the project needs no name", () => {
    expect(policyOf(folderWith({ "main.tf.json": main, "terroir.policy.json": { name: "found", countries: ["DE"] } }))).toEqual([
      1,
      "found",
    ]);
    expect(policyOf(project({ "terroir.policy.ts": typescript("FR") }, ...TSX))).toEqual([0, "in-typescript"]);
  });

  it("that is named takes precedence: by the command, then by cdktf.json", () => {
    const files = {
      "terroir.policy.json": { name: "found" },
      "named.json": { name: "named" },
      "given.json": { name: "given" },
      "cdktf.json": { terroir: { policy: "named.json" } },
    };
    const cwd = folderWith({ "main.tf.json": main, ...files });
    expect(policyOf(cwd)).toEqual([0, "named"]);
    expect(policyOf(cwd, "--policy", "given.json")).toEqual([0, "given"]);
  });

  it("is one", () => {
    const cwd = folderWith({ "main.tf.json": main, "terroir.policy.json": {}, "terroir.policy.ts": "export default {};" });
    expect(policyOf(cwd)).toMatch(/several policies: terroir\.policy\.ts, terroir\.policy\.json\. Keep one/);
  });

  it("in JSON may name its schema", () => {
    expect(policyOf(folderWith({ "main.tf.json": main, "terroir.policy.json": { $schema: "x", name: "with-schema" } }))).toEqual([
      0,
      "with-schema",
    ]);
  });

  it.each([
    ["export default 1;", /has no policy as its default export/],
    ["export default { contries: ['FR'] };", /unknown key "contries"\. Did you mean "countries"/],
    ["throw new Error('by itself');", /cannot be loaded: by itself/],
  ])("in TypeScript that is wrong is said: %s", (text, message) => {
    expect(policyOf(project({ "terroir.policy.ts": text }, ...TSX))).toMatch(message);
  });

  it("brings rules of its own, which `terroir explain` knows", () => {
    const rule = `{ id: "acme/named", title: "Every bucket is named", why: "So that somebody knows whose it is.", on: "bucket", check: () => pass, examples: { passes: {}, fails: { a: {} } } }`;
    const text = `import { definePolicy, defineRule, pass } from "terroir/guard";\nexport default definePolicy({ name: "acme", rules: [defineRule(${rule})] });`;
    const cwd = project({ "terroir.policy.ts": text }, ...TSX);
    expect(terroir(["explain", "acme/named"], { cwd }).stdout).toMatch(/^# acme\/named\n[\s\S]*Every bucket is named/);
    expect(terroir(["explain"], { cwd }).stdout).toMatch(/\nacme\/named +Every bucket is named\n/);
  });

  it("in TypeScript is read by the project's tsx where Node does not strip types", () => {
    const cwd = project({ "terroir.policy.ts": typescript("DE") }, ...TSX);
    const { code, stdout, stderr } = terroir(["check", "main.tf.json", "--json"], { cwd, env: { NODE_OPTIONS: "" } });
    expect([code, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ policy: "in-typescript", verdict: "refused" });
  });

  it("of a company's package is read as the package is shipped, in TypeScript too", () => {
    const cwd = project({ "terroir.policy.ts": 'export { default } from "@acme/policy";' }, ...TSX);
    const shipped = join(cwd, "node_modules", "@acme", "policy");
    mkdirSync(shipped, { recursive: true });
    writeFileSync(join(shipped, "package.json"), JSON.stringify({ name: "@acme/policy", type: "module", exports: "./policy.ts" }));
    writeFileSync(join(shipped, "policy.ts"), typescript("FR"));
    expect(policyOf(cwd)).toEqual([0, "in-typescript"]);
  });

  it("in TypeScript without anything that reads it is an error that says what to do", () => {
    const stripped = Boolean((process.features as { typescript?: unknown }).typescript);
    const cwd = project({ "terroir.policy.ts": typescript("FR", stripped ? "enum E { a }" : "") });
    const { code, stderr } = terroir(["check", "main.tf.json", "--json"], { cwd, env: { NODE_OPTIONS: "" } });
    expect(code).toBe(2);
    expect(stderr).toMatch(stripped ? /without enums/ : /use Node 22\.18 or newer, or install tsx beside it .* or write it in JSON\./);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
