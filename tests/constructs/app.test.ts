import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { approvedPlace, Bucket, Refusal, SovereignApp, SovereignStack } from "terroir";
import { definePolicy } from "terroir/guard";
import { ovh } from "terroir/ovh";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EU_COUNTRIES, InputError } from "../../catalogue/index.ts";
import { readGraph } from "../../delivery/graph/index.ts";
import { ROOT } from "../architecture/house.ts";
import { cluster } from "../routes/program.ts";

let folder: string;
let outdir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "terroir-app-"));
  outdir = join(folder, "cdktf.out");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const account = { project: "0".repeat(32) };
const document = () =>
  JSON.parse(readFileSync(join(outdir, "stacks", "s", "cdk.tf.json"), "utf8")) as { resource: Record<string, unknown> };

function app(build: (stack: SovereignStack) => void, policy = definePolicy({})): SovereignApp {
  const made = new SovereignApp({ outdir, policy });
  build(new SovereignStack(made, "s", { at: ovh("GRA11"), account }));
  return made;
}

const good = () => app((stack) => void new Bucket(stack, "media"));
const bad = () => app((stack) => void cluster(stack, "k", { region: "BHS5" }));

describe("output", () => {
  it("stands where it was wanted, and nothing else does", () => {
    good().synth();
    expect(document().resource).toHaveProperty("ovh_cloud_project_storage");
    expect(readdirSync(folder)).toEqual(["cdktf.out"]);
  });

  it("says in a graph what depends on what, and where each state is", () => {
    const made = good();
    const second = new SovereignStack(made, "second", { at: ovh("GRA11"), account });
    second.addDependency(made.node.findChild("s") as SovereignStack);
    new Bucket(second, "more");
    made.synth();
    expect(readGraph(outdir).stacks).toMatchObject([
      { name: "s", level: 0, backend: { type: "local", encrypted: true }, variables: [{ name: "state_passphrase", sensitive: true }] },
      { name: "second", level: 1, dependsOn: ["s"], folder: "stacks/second", providers: ["ovh/ovh"] },
    ]);
    expect(readdirSync(outdir).sort()).toEqual(["graph.json", "manifest.json", "stacks"]);
  });

  it("is none of a program without a stack, which is told what it lacks", () => {
    expect(() => new SovereignApp({ outdir }).synth()).toThrow(/The program has no stack.*new SovereignStack/);
    expect(existsSync(outdir)).toBe(false);
  });

  it("knows no circle of stacks: the way round is named when it is closed", () => {
    const made = new SovereignApp({ outdir });
    const [a, b, c] = ["a", "b", "c"].map((name) => new SovereignStack(made, name, { at: ovh("GRA11"), account }));
    a?.addDependency(b as SovereignStack);
    b?.addDependency(c as SovereignStack);
    expect(() => c?.addDependency(a as SovereignStack)).toThrow("The stack c cannot wait for a, which waits for it already (a → b → c).");
    expect(() => c?.addDependency(c)).toThrow("The stack c cannot wait for itself.");
  });

  it("goes where CDKTF_OUTDIR says", () => {
    process.env["CDKTF_OUTDIR"] = join(folder, "elsewhere");
    try {
      new Bucket(new SovereignStack(new SovereignApp(), "s", { at: ovh("GRA11"), account }), "media");
      expect(readdirSync(folder).filter((name) => !name.startsWith("."))).toEqual([]);
    } finally {
      delete process.env["CDKTF_OUTDIR"];
    }
  });

  it("of before stays as it was when it is refused", () => {
    good().synth();
    const before = readFileSync(join(outdir, "stacks", "s", "cdk.tf.json"), "utf8");
    expect(() => bad().synth()).toThrow(Refusal);
    expect(readFileSync(join(outdir, "stacks", "s", "cdk.tf.json"), "utf8")).toBe(before);
    expect(readdirSync(folder)).toEqual(["cdktf.out"]);
  });

  it("keeps what the engine left, and drops what it would read as configuration", () => {
    good().synth();
    const stack = join(outdir, "stacks", "s");
    mkdirSync(join(stack, ".terraform", "providers"), { recursive: true });
    for (const name of [
      ".terraform.lock.hcl",
      "terraform.tfstate",
      "terraform.tfstate.backup",
      "stray.tf",
      "x.auto.tfvars",
      "y_override.tf.json",
    ])
      writeFileSync(join(stack, name), "x");
    good().synth();
    expect(readdirSync(stack).sort()).toEqual([
      ".terraform",
      ".terraform.lock.hcl",
      "cdk.tf.json",
      "terraform.tfstate",
      "terraform.tfstate.backup",
    ]);
  });

  it("is the same twice, and a second synth() judges again", () => {
    const twice = good();
    twice.synth();
    const first = readFileSync(join(outdir, "stacks", "s", "cdk.tf.json"), "utf8");
    twice.synth();
    expect(readFileSync(join(outdir, "stacks", "s", "cdk.tf.json"), "utf8")).toBe(first);
    cluster(twice.node.findChild("s") as SovereignStack, "k", { region: "BHS5" });
    expect(() => twice.synth()).toThrow(Refusal);
    expect(readFileSync(join(outdir, "stacks", "s", "cdk.tf.json"), "utf8")).toBe(first);
  });

  it("holds no path of the machine", () => {
    const made = new SovereignApp({ outdir: "cdktf.out.test" });
    try {
      new Bucket(new SovereignStack(made, "s", { at: ovh("GRA11"), account }), "media");
      made.synth();
      const text = readFileSync("cdktf.out.test/stacks/s/cdk.tf.json", "utf8");
      expect(text).toContain('"path": "../../../terraform.s.tfstate"');
      expect(text).not.toContain(process.cwd());
    } finally {
      rmSync("cdktf.out.test", { recursive: true, force: true });
    }
  });
});

describe("a refusal", () => {
  it("names the construct, the user's line, the value and what to write instead", () => {
    let refusal: Refusal | undefined;
    try {
      bad().synth();
    } catch (error) {
      refusal = error as Refusal;
    }
    const finding = refusal?.report.findings.find(({ rule }) => rule === "residency/region");
    expect(finding).toMatchObject({ constructPath: "s/k", value: "BHS5", path: "region", verdict: "outside" });
    expect(finding?.source?.file).toMatch(/tests\/routes\/program\.ts$/);
    expect(finding?.remedy).toMatch(/GRA/);
    expect(refusal?.message).toMatch(/Beauharnois/);
  });

  it("ends an unguarded process with exit code 1, its message and no trace", () => {
    const { status, stderr } = run(`cluster(stack, "k", { region: "BHS5" }); app.synth();`);
    expect(status).toBe(1);
    expect(stderr).toMatch(/BHS5/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(outdir)).toBe(false);
  });

  it("and a wrong place with exit code 2", () => {
    const { status, stderr } = run(`new SovereignStack(app, "t", { at: ovh("UK1" as "GRA11") });`);
    expect(status).toBe(2);
    expect(stderr.trim().replace(/\n {2}at tests\/constructs\/\.program-\d+\.ts:6$/, ", at its line")).toBe(
      't would stand at ovh:UK1, which is in London (Erith) (GB), outside the countries that policy "eu" approves. The nearest regions of ovh inside: GRA11, RBX-A, EU-WEST-LZ-BRU-A. Choose one, or approve GB in the policy., at its line',
    );
  });
});

it("does not speak HCL", () => {
  process.env["SYNTH_HCL_OUTPUT"] = "true";
  try {
    expect(() => new SovereignApp({ outdir })).toThrow(InputError);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    delete process.env["SYNTH_HCL_OUTPUT"];
  }
});

it("lets a policy that approves Switzerland build there, and no other", () => {
  const swiss = definePolicy({ countries: [...EU_COUNTRIES, "CH"] });
  const zurich = approvedPlace(swiss, ovh.outsideEu("EU-WEST-LZ-ZRH-A"));
  expect(new SovereignStack(new SovereignApp({ outdir, policy: swiss }), "s", { at: zurich }).place.country).toBe("CH");
  expect(() => approvedPlace(definePolicy({}), ovh.outsideEu("EU-WEST-LZ-ZRH-A"))).toThrow(InputError);
});

/** A program of its own, as a user runs it. */
function run(program: string) {
  const file = join(ROOT, "tests", "constructs", `.program-${process.pid}.ts`);
  writeFileSync(
    file,
    `import { SovereignApp, SovereignStack } from "terroir";\nimport { ovh } from "terroir/ovh";\nimport { cluster } from "../routes/program.ts";\nconst app = new SovereignApp({ outdir: ${JSON.stringify(outdir)} });\nconst stack = new SovereignStack(app, "s", { at: ovh("GRA11"), account: { project: "p" } });\n${program}\nexport { cluster, stack };\n`,
  );
  try {
    return spawnSync(process.execPath, ["--conditions=terroir-source", "--import", "tsx", file], { cwd: ROOT, encoding: "utf8" });
  } finally {
    rmSync(file);
  }
}
