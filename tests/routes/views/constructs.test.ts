import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Network, PrivateAccess, SovereignApp, SovereignStack } from "terroir";
import { definePolicy, judge, type Report, readPlan, readSynthesized } from "terroir/guard";
import { ovh } from "terroir/ovh";
import { expect, it } from "vitest";
import type { Json } from "../../../guard/values/json.ts";
import { planJson } from "../../../rehearsal/index.ts";
import { engines } from "../../rehearsal/real-engines.ts";

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";

it.each(engines.slice(0, 1))("a construct that a policy names is named in the plan as well, with %s", async (_kind, engine) => {
  const root = mkdtempSync(join(tmpdir(), "terroir-entrance-"));
  try {
    const named = definePolicy({ parameters: { "isolation/public-address": { entrances: ["s/way-in"] } } });
    const app = new SovereignApp({ outdir: join(root, "out"), policy: named });
    const stack = new SovereignStack(app, "s", { at: ovh("GRA11"), account: { project: "abc" } });
    new PrivateAccess(stack, "way-in", { network: new Network(stack, "n"), allowedFrom: ["203.0.113.0/24"], sshKey: KEY });
    app.synth();
    const folder = join(root, "out", "stacks", "s");
    const [program] = readSynthesized(folder);
    if (program === undefined) throw new Error("nothing was written");
    const { plan } = await planJson(folder, { engine });
    const options = { madeUp: "rehearsal-" };
    const refused = ({ findings }: Report) =>
      findings.filter(({ rule, verdict }) => rule === "isolation/public-address" && verdict === "outside");
    expect(refused(judge([readPlan(plan as Json, "plan.json", { ...options, program })], named))).toEqual([]);
    // Of the plan alone nobody knows which construct made what, and a policy that names none lets none in.
    expect(refused(judge([readPlan(plan as Json, "plan.json", options)], named))).not.toEqual([]);
    expect(refused(judge([readPlan(plan as Json, "plan.json", { ...options, program })], definePolicy({})))).not.toEqual([]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
