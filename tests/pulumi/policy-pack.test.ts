import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SynthesizedStack } from "../../engines/pulumi/index.ts";
import { defaultPolicy, judge } from "../../guard/index.ts";
import { readPulumi } from "../../guard/views/pulumi.ts";
import { ROOT } from "../architecture/house.ts";
import { programs, without } from "../routes/views/generate.ts";
import { openStack, type PulumiStack, pulumiEngine } from "./harness.ts";
import { HIDDEN } from "./routes/hidden.ts";
import { MORE_HIDDEN } from "./routes/more-hidden.ts";
import { HONEST, net, ROUTES, underName } from "./routes/programs.ts";
import { UNFORESEEN } from "./routes/unforeseen.ts";
import { runnerIn } from "./runner.ts";
import { moduleOf } from "./synthesized/module.ts";

/** Every way that can share one run of the engine with the others, each with a name of its own. */
const SHARED: readonly { readonly what: string; readonly name: string; readonly run: () => unknown }[] = [
  ...Object.entries(ROUTES)
    .filter(([, one]) => one.alone !== true && one.config === undefined && one.exists === undefined && one.endsPreview !== true)
    .map(([what, { program }], index) => ({ what, name: `plain${index}x`, run: () => underName(`plain${index}x`, program) })),
  ...Object.entries({ ...HIDDEN, ...MORE_HIDDEN, ...UNFORESEEN })
    .filter(([, one]) => one.config === undefined && one.before === undefined && one.exists === undefined && one.endsPreview !== true)
    .map(([what, { program }], index) => ({ what, name: `hidden${index}x`, run: () => program(`hidden${index}x`) })),
];

/** The engine does not tell a pack where a provider's program comes from; the check of the preview sees it. */
const UNTOLD = ["a provider's own program"];

/** Ways that change what others make, or how the engine is told. */
const ALONE = [
  "a transform of the stack, registered after the guard",
  "an explicit provider called default",
  "a default provider that asks its environment",
] as const;

let stack: PulumiStack;
let pack = "";

describe.skipIf(pulumiEngine === null)("the policy pack, in Pulumi's engine", () => {
  beforeAll(async () => {
    stack = await openStack({}, "marked");
    pack = join(stack.folder, "pack");
    mkdirSync(pack);
    writeFileSync(join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\nversion: 0.1.0\n");
    writeFileSync(join(pack, "package.json"), JSON.stringify({ name: "pack", version: "0.1.0", type: "module", main: "index.js" }));
    writeFileSync(join(pack, "index.js"), 'import { policyPack } from "./terroir.js";\npolicyPack();\n');
    // As the package has it: one file of JavaScript, and what it needs beside it.
    await build({
      entryPoints: [join(ROOT, "engines/pulumi/policy-pack/index.ts")],
      outfile: join(pack, "terroir.js"),
      bundle: true,
      format: "esm",
      platform: "node",
      packages: "external",
      logLevel: "error",
    });
    symlinkSync(join(ROOT, "node_modules"), join(pack, "node_modules"));
    runnerIn(stack);
  });
  afterAll(() => stack.close());

  it("refuses in a preview whatever is outside, each by its name", async () => {
    const { code, stdout, stderr } = await stack.pulumi(["preview", "--policy-pack", pack], () => {
      for (const { run } of SHARED) run();
    });
    expect([code, SHARED.length]).toEqual([expect.not.toBeOneOf([0]), expect.toSatisfy((many: number) => many > 120)]);
    const refused = new Set(
      [...`${stdout}${stderr}`.matchAll(/((?:plain|hidden)\d+x)\S*: (?:residency|jurisdiction|execution)\//g)].map(([, name]) => name),
    );
    expect(SHARED.filter(({ name }) => !refused.has(name)).map(({ what }) => what)).toEqual(UNTOLD);
  });

  it("refuses of a generated program what the check of its preview refuses, and nothing else", async () => {
    const document = without(programs(1, 30, 20261128), ["terraform_data"]);
    const generated = () => new SynthesizedStack("gen", moduleOf(document)).outputs;
    const { json } = await stack.preview(generated);
    const { stdout, stderr } = await stack.pulumi(["preview", "--policy-pack", pack], generated);
    const { findings } = judge([readPulumi(json, "preview.json")], defaultPolicy);
    const names = findings
      .filter(({ verdict, address }) => (verdict === "outside" || verdict === "undecided") && address.includes("::gen/"))
      .map(({ rule, address }) => `${address.split("::").at(-1)}: ${rule}`);
    const refused = [...`${stdout}${stderr}`.matchAll(/(gen\/\S+: [a-z]+\/[a-z-]+) \((?:outside|undecided)\)/g)].map(([, said]) => said);
    expect(names.length).toBeGreaterThan(5);
    expect([...new Set(refused)].sort()).toEqual([...new Set(names)].sort());
  });

  it.each(ALONE)("refuses in a preview: %s", async (name) => {
    const { program, config } = ROUTES[name] ?? { program: () => undefined };
    stack.configure(config);
    const { code, stdout, stderr } = await stack.pulumi(["preview", "--policy-pack", pack], program);
    expect([code, `${stdout}${stderr}`]).toEqual([expect.not.toBeOneOf([0]), expect.stringMatching(/residency|jurisdiction|execution/)]);
    // Pulumi's own answer to an unknown value is advice.
    expect(`${stdout}${stderr}`).not.toContain("during preview");
  });

  it.each(Object.entries(HONEST))("lets pass what is inside: %s", async (_name, program) => {
    stack.configure();
    const { code, stdout, stderr } = await stack.preview(program, "--policy-pack", pack);
    expect([code, code === 0 ? "" : `${stdout}${stderr}`]).toEqual([0, ""]);
  });

  it("refuses before anything is made, when the preview is left out", async () => {
    stack.configure();
    const { code } = await stack.up(() => void net(["BHS5"]), "--policy-pack", pack);
    expect([code, stack.world.size]).toEqual([expect.not.toBeOneOf([0]), 0]);
  });
});
