import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { builtInRules } from "../../guard/index.ts";
import { ROOT } from "../architecture/house.ts";

it("has a page for each rule, as the rule says it now", () => {
  const { status, stderr } = spawnSync("npx", ["--no-install", "tsx", "scripts/generate-docs.mjs", "--check"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect({ status, stderr: stderr.replace(/^npm warn .*\n/gm, "") }).toEqual({ status: 0, stderr: "" });
});

it("lists each page", () => {
  const index = readFileSync(join(ROOT, "docs", "rules", "README.md"), "utf8");
  for (const { id } of builtInRules) {
    expect(index).toContain(`(${id}.md)`);
    expect(existsSync(join(ROOT, "docs", "rules", `${id}.md`))).toBe(true);
  }
});
