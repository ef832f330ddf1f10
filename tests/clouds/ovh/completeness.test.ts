import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../clouds/schema/index.ts";

const root = packageRoot();
const copy = mkdtempSync(join(tmpdir(), "placements-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Compiles a copy of the tables with some lines changed, and gives what the compiler says. */
function compile(edits: Readonly<Record<string, readonly [find: string, replace: string]>>): string {
  for (const room of ["catalogue", "clouds/contract", "clouds/ovh"])
    cpSync(join(root, room), join(copy, room), { recursive: true, filter: (from) => !from.endsWith(".json") && !from.includes("lower") });
  for (const [file, [find, replace]] of Object.entries(edits)) {
    const path = join(copy, "clouds/ovh/placements", file);
    const text = readFileSync(path, "utf8");
    expect(text, `${file} has changed: ${find}`).toContain(find);
    writeFileSync(path, text.replace(find, replace));
  }
  writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
  const { compilerOptions } = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8"));
  writeFileSync(
    join(copy, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] }, files: ["clouds/ovh/placements/index.ts"] }),
  );
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  try {
    return execFileSync(process.execPath, [tsc, "-p", copy], { encoding: "utf8" });
  } catch (error) {
    if (error instanceof Error && "stdout" in error) return String(error.stdout);
    throw error;
  }
}

describe("the placements table", () => {
  it("compiles as it is", () => {
    expect(compile({})).toBe("");
  });

  it("does not compile when a resource type, or a data source, is missing", () => {
    const said = compile({
      "hosting.ts": ["  ovh_hosting_privatedatabase_user_grant: inService,\n", ""],
      "registry.ts": ["  ovh_cloud_project_containerregistry_users: inRegistry,\n", ""],
    });
    expect(said).toMatch(/placements\/index\.ts.*missing: "ovh_hosting_privatedatabase_user_grant"/);
    expect(said).toMatch(/placements\/index\.ts.*missing: "ovh_cloud_project_containerregistry_users"/);
  });

  it("does not compile when it classifies a type that the provider has not", () => {
    const said = compile({
      "registry.ts": ["export const resources = {", "export const resources = {\n  ovh_cloud_project_bakery: inRegistry,"],
    });
    expect(said).toMatch(/placements\/registry\.ts.*'ovh_cloud_project_bakery' does not exist/);
    expect(said).toMatch(/superfluous: "ovh_cloud_project_bakery"/);
  });
});

describe("the union of types", () => {
  const script = join(root, "scripts/generate-types.mjs");
  const run = (...args: readonly string[]) => spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });

  it("is what the schema has: no type has come or gone since it was generated", () => {
    const { status, stdout } = run("--check", "ovh");
    expect(stdout).toBe("clouds/ovh/types.ts: 169 resource types, 225 data sources, as the schema has them\n");
    expect(status).toBe(0);
  });

  it.each([[[]], [["../ovh"]], [["nowhere"]]])("refuses %j in one sentence", (args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
