import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { ROOT } from "../architecture/house.ts";

const SAYS = 'console.log(require("../chunks/cached-code.cjs").load("said.cjs").said());';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terroir-code-"));
  for (const name of ["chunks", "cli"]) mkdirSync(join(folder, name));
  copyFileSync(join(ROOT, "scripts/shipped/cached-code.cjs"), join(folder, "chunks/cached-code.cjs"));
  writeFileSync(join(folder, "chunks/said.cjs"), 'const said = ["in", "side"]; exports.said = () => said.join("");');
  for (const name of ["terroir.cjs", "main.js", "other.js"]) writeFileSync(join(folder, "cli", name), SAYS);
});

const run = (program = "cli/terroir.cjs"): string =>
  spawnSync(process.execPath, [join(folder, program)], { encoding: "utf8" }).stdout.trim();
const kept = (): string[] => readdirSync(join(folder, "chunks")).filter((name) => name.includes(".cache"));

it("the command keeps its compiled code, once, and whole", () => {
  expect([run(), run(), run("cli/main.js")]).toEqual(["inside", "inside", "inside"]);
  expect(kept()).toHaveLength(1);
});

it("another program leaves the folder as it was, and may use what is kept", () => {
  expect(run("cli/other.js")).toBe("inside");
  expect(kept()).toEqual([]);
  run();
  expect(run("cli/other.js")).toBe("inside");
});

it("compiled code that is damaged is compiled anew", () => {
  run();
  const file = join(folder, "chunks", kept()[0] as string);
  const whole = readFileSync(file);
  const damages = [whole.subarray(0, 40), Buffer.alloc(0), ...[8, 40, 200, whole.length - 3].map((at) => flipped(whole, at))];
  for (const damage of damages) {
    writeFileSync(file, damage);
    expect(run()).toBe("inside");
    expect(readFileSync(file)).not.toEqual(damage);
  }
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0b100;
  return copy;
}
