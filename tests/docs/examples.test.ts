import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicEntries } from "../../scripts/clouds.mjs";
import { ROOT } from "../architecture/house.ts";
import { documentedBlocks } from "./blocks.ts";
import { programOf } from "./program.ts";

const FOLDER = join(ROOT, "tests", "docs", ".generated");
const BLOCKS = documentedBlocks();
const file = (i: number) => join(FOLDER, `example-${i}.ts`);
const scratch = mkdtempSync(join(tmpdir(), "terroir-docs-"));

beforeAll(async () => {
  const exported = new Map<string, string>();
  for (const entry of publicEntries(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")))) {
    const name = `terroir${entry.name.slice(1)}`;
    for (const key of Object.keys((await import(name)) as object)) if (!exported.has(key)) exported.set(key, name);
  }
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  BLOCKS.forEach((block, i) => {
    writeFileSync(file(i), programOf(block, exported));
  });
  writeFileSync(join(FOLDER, "tsconfig.json"), JSON.stringify({ extends: "../../../tsconfig.json", include: ["*.ts"], exclude: [] }));
});

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

it("finds examples to test", () => {
  expect(BLOCKS.length).toBeGreaterThan(10);
});

it("compiles every example", () => {
  const { stdout, stderr, error } = spawnSync("npx", ["--no-install", "tsc", "-p", FOLDER], { cwd: ROOT, encoding: "utf8" });
  if (error !== undefined) throw error;
  // A compiler that could not run says nothing of any file.
  if (!/^(?:.+\(\d+,\d+\): error TS|$)/.test(stdout)) throw new Error(`${stdout}${stderr}`);
  expect(aboutExamples(stdout)).toEqual([]);
});

describe("runs every example", () => {
  it.each(BLOCKS.map(({ where }, i) => [where, i] as const))("%s", async (_, i) => {
    process.env["CDKTF_OUTDIR"] = join(scratch, `${i}`);
    try {
      await import(file(i));
    } finally {
      delete process.env["CDKTF_OUTDIR"];
    }
  });
});

/** What the compiler says of examples, each error with the lines that belong to it. What it says of the library's own files is for other tests. */
function aboutExamples(told: string): readonly string[] {
  return told
    .split(/\n(?=\S)/)
    .filter((one) => /^[^\n]*example-\d+\.ts/.test(one))
    .map((one) => one.trim().replace(/^[^\n]*?example-(\d+)\.ts/, (_, i: string) => `${BLOCKS[Number(i)]?.where} (example-${i})`));
}
