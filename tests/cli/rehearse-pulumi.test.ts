import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../architecture/house.ts";
import { pulumiEngine } from "../pulumi/harness.ts";
import { projectWith, terroir } from "./terroir.ts";

const main = `import { Bucket, SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
const app = new SovereignApp();
new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11"), account: { project: "0".repeat(32) } }), "media");
app.synth();
`;

it.skipIf(pulumiEngine === null)("rehearses a project on Pulumi's engine, and refuses what it cannot play or keep", () => {
  const cwd = projectWith(main);
  symlinkSync(join(ROOT, "node_modules/@pulumi"), join(cwd, "node_modules/@pulumi"));
  const { code, stdout, stderr } = terroir(["rehearse", "--engine", "pulumi", "--json"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  const { stacks, engine, world } = JSON.parse(stdout) as {
    readonly stacks: readonly { readonly phases: readonly { readonly phase: string; readonly ok: boolean }[] }[];
    readonly engine: object;
    readonly world: object;
  };
  expect(stacks.flatMap(({ phases }) => phases.map(({ phase, ok }) => [phase, ok]))).toEqual(
    ["plan", "apply", "plan-again", "drift", "destroy"].map((phase) => [phase, true]),
  );
  expect([engine, world]).toMatchObject([{ kind: "pulumi" }, { resources: 0 }]);
  expect(terroir(["rehearse", "cdktf.out", "--engine", "pulumi", "--faults", "f.json"], { cwd })).toMatchObject({ code: 2 });
  const nowhere = terroir(["deploy", "cdktf.out", "--engine", "pulumi", "--yes"], { cwd, env: { PULUMI_BACKEND_URL: "" } });
  expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining("Nothing says where Pulumi keeps the state")]);
  const inPulumi = (command: string, ...flags: readonly string[]) => {
    const ran = terroir([command, "cdktf.out", "--engine", "pulumi", "--rehearse", "--json", ...flags], { cwd });
    return { ...ran, said: JSON.parse(ran.stdout || "null") as unknown };
  };
  // Its clouds and its state outlive the command: what one makes the next one finds.
  expect(inPulumi("deploy")).toMatchObject({ code: 0, said: { command: "deploy", simulated: true, stacks: [{ outcome: "applied" }] } });
  expect(inPulumi("drift")).toMatchObject({ code: 0, said: { stacks: [{ outcome: "unchanged", drift: [] }] } });
  expect(inPulumi("destroy")).toMatchObject({ code: 0, said: { stacks: [{ outcome: "destroyed" }] } });
  expect(inPulumi("plan", "--only", "shop")).toMatchObject({ code: 2, stderr: expect.stringContaining("leave out --only") });
  const unlock = terroir(["unlock", "shop", "1", "--engine", "pulumi"], { cwd });
  expect(unlock).toMatchObject({ code: 2, stderr: expect.stringContaining("pulumi cancel") });
  const elsewhere = ["deploy", "cdktf.out", "--engine", "pulumi", "--rehearse", "--backend", "https://api.pulumi.com", "--json"];
  expect(terroir(elsewhere, { cwd })).toMatchObject({ code: 1, stdout: expect.stringContaining("state/backend") });
});

it.skipIf(pulumiEngine === null)("rehearses a program of Pulumi's own, whatever it is made of, and refuses what its preview shows", () => {
  const code = (region: string) => `import { Config, CustomResource } from "@pulumi/pulumi";
export const name: string = new Config().require("name");
class Net extends CustomResource {
  constructor(inputs: object) {
    super("ovh:CloudProject/networkPrivate:NetworkPrivate", "net", { ...inputs }, { version: "2.19.1" });
  }
}
new Net({ serviceName: "abc", name, regions: ["${region}"] });
`;
  const settings = (endpoint: string) => `name: plain\nruntime: nodejs\nconfig:\n  ovh:endpoint: ${endpoint}\n  name: net\n`;
  const cwd = projectWith(main, { "Pulumi.yaml": settings("ovh-eu"), "index.ts": code("GRA11") });
  symlinkSync(join(ROOT, "node_modules/@pulumi"), join(cwd, "node_modules/@pulumi"));
  const played = terroir(["rehearse", ".", "--engine", "pulumi", "--json"], { cwd });
  expect([played.code, played.stderr]).toEqual([0, ""]);
  expect(JSON.parse(played.stdout)).toMatchObject({ ok: true, verdict: "inside", world: { resources: 0 }, stacks: [{ name: "plain" }] });
  writeFileSync(join(cwd, "index.ts"), code("BHS5"));
  const refused = terroir(["rehearse", ".", "--engine", "pulumi"], { cwd });
  expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining("Beauharnois")]);
  const own = `import { guard } from "terroir/pulumi";\nguard();\n${code("BHS5")}`;
  writeFileSync(join(cwd, "index.ts"), own);
  const byItself = terroir(["rehearse", ".", "--engine", "pulumi", "--json"], { cwd });
  const said = JSON.parse(byItself.stdout) as { readonly stacks: readonly { readonly phases: readonly { readonly failure: string }[] }[] };
  expect([byItself.code, said]).toMatchObject([1, { ok: false, verdict: "refused", stacks: [{ phases: [{ refused: true }] }] }]);
  expect(said.stacks[0]?.phases[0]?.failure.match(/Beauharnois/g)).toHaveLength(1);
});
