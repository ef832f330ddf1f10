import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SovereignApp } from "../../constructs/index.ts";
import { acme } from "../../examples/landing-zone/acme.ts";
import * as grounds from "../../examples/landing-zone/grounds.ts";
import { parsePolicy } from "../../guard/index.ts";
import { LandingZone, type LandingZoneProps, type Topology } from "../../stacks/index.ts";
import { wholeLife } from "./whole-life.ts";

const scratch = mkdtempSync(join(tmpdir(), "terroir-grounds-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const EXAMPLE = new URL("../../examples/landing-zone/", import.meta.url);
const policyIn = (file: string) => parsePolicy(JSON.parse(readFileSync(new URL(file, EXAMPLE), "utf8")));
const policy = policyIn("policy.json");
/** Where the company sits outside of the Union, its country and its name are approved in so many words. */
const swiss = policyIn("policy-exoscale.json");
let runs = 0;

/** What the example describes, on one of its grounds. */
function zone(ground: object, topology: Topology, under = ground === grounds.onExoscale ? swiss : policy) {
  const outdir = join(scratch, `${runs++}`);
  const app = new SovereignApp({ outdir, policy: under });
  const made = new LandingZone(app, "acme", {
    topology,
    account: { project: "0".repeat(32) },
    ...(ground as Pick<LandingZoneProps, "at">),
    ...acme,
  } as LandingZoneProps);
  return { app, made, folder: join(outdir, "stacks", "acme") };
}

interface Synthesized {
  readonly terraform: { readonly required_providers: unknown };
  readonly variable?: Readonly<Record<string, unknown>>;
}

/** Every ground as a module of one configuration, so that one run of the engine speaks for all of them. Where state is kept is the root's matter, and a rehearsal destroys what nobody may. */
function together(topology: Topology): string {
  const root = join(scratch, topology);
  const standing = Object.entries(grounds).filter(([, ground]) => !("topology" in ground) || ground.topology === topology);
  const modules = standing.map(([name, ground]) => {
    const { app, folder } = zone(ground, topology);
    app.synth();
    const { terraform, ...rest } = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Synthesized;
    mkdirSync(join(root, name), { recursive: true });
    const { required_providers } = terraform;
    const text = JSON.stringify({ ...rest, terraform: { required_providers } }, (key, value) =>
      key === "prevent_destroy" ? false : value,
    );
    writeFileSync(join(root, name, "main.tf.json"), text);
    const asked = Object.keys(rest.variable ?? {}).map((variable) => [variable, "0".repeat(32)]);
    return [name, { source: `./${name}`, ...Object.fromEntries(asked) }];
  });
  writeFileSync(join(root, "main.tf.json"), JSON.stringify({ module: Object.fromEntries(modules) }));
  return root;
}

describe.each(Object.entries(grounds))("%s", (_, ground) => {
  it("says of every part that is left out what does instead", () => {
    const { made } = zone(ground, "hub-and-spoke");
    const without = "without" in ground ? (ground.without as readonly string[]) : [];
    const reported = new Set(made.report.leftOut.map(({ part }) => part as string));
    // A part that nobody asked for is not missed.
    expect(without.filter((part) => !reported.has(part) && part !== "copies")).toEqual([]);
    expect([...reported].filter((part) => !without.includes(part))).toEqual([]);
  });
});

it("refuses Exoscale under the EU policy: its region is in Austria, its company in Switzerland", () => {
  const { app } = zone(grounds.onExoscale, "standalone", policy);
  expect(() => app.synth()).toThrow(/exoscale[\s\S]*Switzerland|Switzerland[\s\S]*exoscale/i);
});

it.each<Topology>(["hub-and-spoke", "standalone"])("all of them live their whole life with the real engine: %s", async (topology) => {
  await wholeLife([together(topology)]);
});
