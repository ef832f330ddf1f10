import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal, SovereignApp, SovereignStack } from "terroir";
import { definePolicy, type Policy, parsePolicy, type Waiver, waive } from "terroir/guard";
import { ovh } from "terroir/ovh";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { today } from "../../catalogue/index.ts";
import { cluster } from "../routes/program.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terroir-waivers-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const account = { project: "0".repeat(32) };
const until = today();
/** Every refusal of the program, waived by address, rule and value. */
function waivers(): readonly Waiver[] {
  try {
    synth(definePolicy({}), "first");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.report.findings
      .filter(({ verdict }) => verdict === "outside" || verdict === "undecided")
      .map(({ rule, address, value }) =>
        waive(rule, { address, ...(value !== null && { value }), reason: "moves", owner: "shop", approver: "security", until }),
      );
  }
  throw new Error("nothing was refused");
}
function synth(policy: Policy, name: string): boolean {
  const outdir = join(folder, name);
  const app = new SovereignApp({ outdir, policy });
  cluster(new SovereignStack(app, "s", { at: ovh("GRA11"), account }), "k", { region: "BHS5" });
  app.synth();
  return existsSync(outdir);
}

it("of a program count on a developer's machine, and are refused in a pipeline", () => {
  vi.stubEnv("CI", "");
  const list = waivers();
  expect(list.length).toBeGreaterThan(0);
  expect(synth(definePolicy({ waivers: list }), "here")).toBe(true);
  vi.stubEnv("CI", "true");
  expect(() => synth(definePolicy({ waivers: list }), "there")).toThrow(/within the program/);
  expect(existsSync(join(folder, "there"))).toBe(false);
});

it("of a policy file count in both", () => {
  const file = JSON.parse(JSON.stringify({ waivers: waivers() }));
  vi.stubEnv("CI", "true");
  expect(synth(parsePolicy(file), "there")).toBe(true);
});
