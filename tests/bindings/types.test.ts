import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../clouds/schema/index.ts";

const require = createRequire(import.meta.url);
const cache = join(packageRoot(), "node_modules", ".cache", "terroir");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "types-"));
afterAll(() => rmSync(folder, { recursive: true }));

// The compiler that is current, and the last one that still knows Node's oldest resolution; the stock generator brings that one.
const current = dirname(require.resolve("typescript/package.json"));
const former = dirname(createRequire(require.resolve("jsii/package.json")).resolve("typescript/package.json"));

function check(compiler: string, name: string, options: object, type: "module" | "commonjs"): string {
  const project = join(folder, name);
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type }));
  const other = readFileSync(join(import.meta.dirname, "fixtures", "other.txt"), "utf8");
  const program = readFileSync(join(import.meta.dirname, "fixtures", "program.txt"), "utf8");
  writeFileSync(join(project, "other.ts"), other);
  // The oldest resolution has no list of paths: there a path that does not exist is found out when the program runs.
  const known = /"node10"/.test(JSON.stringify(options)) ? program.replace(/.*A path that does not exist.*\n.*\n/, "") : program;
  writeFileSync(join(project, "program.ts"), type === "module" ? known.replace('"./other"', '"./other.js"') : known);
  const compilerOptions = { strict: true, noEmit: true, target: "es2022", types: [], skipLibCheck: true, ...options };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["program.ts"] }));
  try {
    return execFileSync(process.execPath, [join(compiler, "bin", "tsc"), "-p", project], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    return String((error as { stdout: unknown }).stdout);
  }
}

describe("types of a package of bindings", () => {
  it.each([
    ["Node's modules, from an ES module", current, { module: "nodenext" }, "module"],
    ["Node's modules, from CommonJS", current, { module: "nodenext" }, "commonjs"],
    ["a bundler", current, { module: "esnext", moduleResolution: "bundler" }, "commonjs"],
    ["Node's modules, former compiler", former, { module: "node16" }, "module"],
    ["Node's oldest resolution", former, { module: "commonjs", moduleResolution: "node10" }, "commonjs"],
    [
      "exact optional properties",
      current,
      { module: "nodenext", exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
      "module",
    ],
  ] as const)("hold under %s", (name, compiler, options, type) => {
    expect(check(compiler, name.replace(/\W+/g, "-"), options, type)).toBe("");
  });

  it("are sound themselves", () => {
    expect(check(current, "whole", { module: "nodenext", skipLibCheck: false, types: ["node"] }, "module")).toBe("");
  });
});
