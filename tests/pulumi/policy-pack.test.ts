import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../architecture/house.ts";
import { openStack, type PulumiStack, pulumiEngine } from "./harness.ts";
import { HONEST, net, ROUTES } from "./routes/programs.ts";
import { runnerIn } from "./runner.ts";

/** Ways of every kind: the pack judges in the engine, whatever the way was. */
const WAYS = [
  "a literal",
  "an unknown region",
  "a component",
  "a transform of the stack, registered after the guard",
  "a child of what is outside",
  "an id that was written",
  "an explicit provider in the United States",
  "an explicit provider called default",
  "a default provider that asks its environment",
] as const;

let stack: PulumiStack;
let pack = "";

describe.skipIf(pulumiEngine === null)("the policy pack, in Pulumi's engine", () => {
  beforeAll(async () => {
    stack = await openStack();
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

  it.each(WAYS)("refuses in a preview: %s", async (name) => {
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
