import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { ROOT } from "../architecture/house.ts";
import { NODE } from "../cli/terroir.ts";

/** Loads an entry in a process of its own, and says what of Pulumi's came along. */
function loadedBy(entry: string): string {
  const program = `await import(${JSON.stringify(entry)});
const { createRequire } = await import("node:module");
const loaded = Object.keys(createRequire(import.meta.url).cache).filter((file) => file.includes("/@pulumi/"));
console.log(loaded.length === 0 ? "nothing" : loaded[0]);`;
  const { stdout, stderr } = spawnSync(process.execPath, [...NODE, "--input-type=module", "-e", program], { cwd: ROOT, encoding: "utf8" });
  return stdout.trim() || stderr;
}

it.each(["terroir", "terroir/guard", "terroir/stacks", "terroir/ovh", "terroir/extend", "terroir/testing", "terroir/evidence"])(
  "%s never loads Pulumi's SDK",
  (entry) => {
    expect(loadedBy(entry)).toBe("nothing");
  },
);

it("terroir/pulumi does", () => {
  expect(loadedBy("terroir/pulumi")).toContain("@pulumi/pulumi");
});
