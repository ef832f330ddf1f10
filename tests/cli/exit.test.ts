import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectWith, terroir } from "./terroir.ts";

const PROGRAM = `
import { TerraformResource } from "cdktf";
import { Bucket, Database, Network, SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
const app = new SovereignApp();
const shop = new SovereignStack(app, "shop", { at: ovh("GRA11") });
const network = new Network(shop, "network");
new Database(shop, "orders", { engine: "postgresql", version: "17", network, backupsAlsoAt: ovh("SBG5") });
new Bucket(shop, "media", { replicateTo: ovh("SBG5") });
app.synth();
`;
const RAW = PROGRAM.replace(
  "app.synth",
  `class Raw extends TerraformResource {
  synthesizeAttributes() { return { name: "v" }; }
}
new Raw(shop, "raw", { terraformResourceType: "ovh_vrack" });
app.synth`,
);

it("builds an environment at another operator, and reports every construct", () => {
  const cwd = projectWith(PROGRAM, { "sizes.json": { "shop/media": "1 TB" } });
  const { code, stdout, stderr } = terroir(["exit", "--to", "outscale:eu-west-2", "--json", "--sizes", "sizes.json"], { cwd });
  expect(code, stderr).toBe(1);
  const plan = JSON.parse(stdout);
  const status = Object.fromEntries(plan.steps.map((step: { path: string; status: string }) => [step.path, step.status]));
  expect(status).toMatchObject({ "shop/network": "changed", "shop/orders": "missing", "shop/media": "changed" });
  expect(plan.places).toEqual({ "ovh:GRA11": "outscale:eu-west-2", "ovh:SBG5": "outscale:cloudgouv-eu-west-1" });
  expect(plan.staying).toEqual([]);
  expect(plan.data.find(({ path }: { path: string }) => path === "shop/media").hours).toBeCloseTo(2.2, 1);
  expect([plan.origin.rehearsed, plan.target.rehearsed]).toEqual([true, true]);
  expect([plan.origin.report.verdict, plan.target.report.verdict]).toEqual(["inside", "inside"]);
});

it("writes the plan as a page, with what is written for one provider", () => {
  const cwd = projectWith(RAW);
  const { code, stdout } = terroir(["exit", "--to", "ovh:SBG5", "--no-rehearse", "-o", "exit.md", "--map", "ovh:SBG5=ovh:GRA11"], { cwd });
  // The raw resource is written for one provider, wherever the rest goes.
  expect([code, stdout]).toEqual([1, expect.stringContaining("The exit plan is in exit.md")]);
  const text = readFileSync(join(cwd, "exit.md"), "utf8");
  expect(text).toMatch(/\| ovh:GRA11 \| ovh:SBG5 \|/);
  expect(text).toMatch(/\| shop\/orders \| Database \| the same \|/);
  expect(text).toContain("| shop: ovh_vrack.raw | ovh_vrack |");
});

it.each<[string, readonly string[], RegExp]>([
  ["no place at all", ["--to", "nowhere"], /nowhere/],
  ["a place outside the EU", ["--to", "ovh:BHS5"], /BHS5/],
  ["a closed operator", ["--to", "cloudwatt:x"], /closed/],
  ["a pair that is none", ["--to", "outscale:eu-west-2", "--map", "ovh:GRA11"], /no pair of places/],
  ["a rate that is none", ["--to", "outscale:eu-west-2", "--rate", "fast"], /is no rate/],
])("refuses %s", (_, args, words) => {
  const { code, stdout, stderr } = terroir(["exit", ...args], { cwd: projectWith(PROGRAM) });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(words);
});
