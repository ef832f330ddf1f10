import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findEngine } from "../../engines/index.ts";
import policy from "../../examples/pulumi-landing-zone/policy.json" with { type: "json" };
import { judge, parsePolicy } from "../../guard/index.ts";
import { readPulumi } from "../../guard/views/pulumi.ts";
import { rehearse } from "../../rehearsal/index.ts";
import { World } from "../../rehearsal/world/world.ts";
import { ROOT } from "../architecture/house.ts";
import { openStack, type PulumiStack, pulumiEngine } from "./harness.ts";

const scratch = mkdtempSync(join(tmpdir(), "terroir-both-"));
const out = join(scratch, "out");
const counts = (json: unknown) => (json as { readonly changeSummary?: Readonly<Record<string, number>> } | null)?.changeSummary ?? {};
/** The example's own file, run anew each time. */
let runs = 0;
const example = () => import(`${pathToFileURL(join(ROOT, "examples/pulumi-landing-zone/index.ts")).href}?run=${++runs}`);

/** Everything that exists, with every attribute; not in which order it was made. */
const madeIn = (world: World): readonly string[] =>
  world
    .list()
    .map(([, { type, attributes }]) => JSON.stringify([type, Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))]))
    .sort();

describe.skipIf(pulumiEngine === null)("examples/pulumi-landing-zone", () => {
  let stack: PulumiStack;
  beforeAll(async () => {
    process.env["CDKTF_OUTDIR"] = out;
    stack = await openStack();
    // Every provider is an explicit one: the stack's configuration decides nothing.
    stack.configure({ "ovh:endpoint": "" });
  });
  afterAll(() => {
    delete process.env["CDKTF_OUTDIR"];
    stack.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it("is inside, in its preview", async () => {
    const { code, json, stderr } = await stack.preview(example);
    expect([code, stderr]).toEqual([0, ""]);
    const { verdict, findings } = judge([readPulumi(json, "preview.json")], parsePolicy(policy));
    const refused = findings.filter((one) => one.verdict === "outside" || one.verdict === "undecided");
    expect([verdict, refused.map(({ rule, address, message }) => `${rule} ${address}: ${message}`)]).toEqual(["inside", []]);
  });

  it("makes what Terraform's engine makes of it: the same resources, with the same names and every value", async () => {
    const up = await stack.up(example);
    expect([up.code, up.stderr]).toEqual([0, ""]);
    const { engine } = await findEngine();
    if (engine === null) throw new Error("OpenTofu and Terraform are missing");
    const file = join(scratch, "world.json");
    // A simulated cloud invents ids from its seed, and from what was ordered: with one seed equal orders get equal ids.
    writeFileSync(file, JSON.stringify(new World().document()));
    const zone = { name: "acme", folder: join(out, "stacks/acme") };
    const report = await rehearse({ engine, stacks: [zone], world: file, phases: ["init", "plan", "apply"] });
    expect(report.stacks[0]?.phases.filter(({ ok }) => !ok)).toEqual([]);
    expect(stack.world.size).toBeGreaterThan(70);
    expect(madeIn(stack.world)).toEqual(madeIn(World.open(file)));
  });

  it("previews nothing to do then, and is destroyed", async () => {
    expect(Object.keys(counts((await stack.preview(example)).json))).toEqual(["same"]);
    const gone = await stack.pulumi(["destroy", "--yes", "--skip-preview"], example);
    expect([gone.code, gone.stderr, stack.world.size]).toEqual([0, "", 0]);
  });
});
