import { describe, expect, it } from "vitest";
import { schemaNames } from "../../clouds/schema/index.ts";
import { planJson, rehearse } from "../../rehearsal/index.ts";
import { everything } from "./minimal.ts";
import { program } from "./programs.ts";
import { anyEngine, engines } from "./real-engines.ts";

const cases = schemaNames().flatMap((cloud) => [
  [cloud, "required attributes", false] as const,
  [cloud, "every attribute that may be set", true] as const,
]);

describe.skipIf(anyEngine === undefined)("every resource type of every cloud, and with what is required every data source", () => {
  it.each(cases)("%s with %s: made, unchanged by a second plan, destroyed", async (cloud, _, all) => {
    const engine = engines[0]?.[1];
    if (engine === undefined) return;
    const { document: resources, count } = await everything(cloud, "resource", all);
    // One start of an engine for both: data sources stand beside what is made.
    const document = all ? resources : { ...(await everything(cloud, "data", false)).document, ...resources };
    const report = await rehearse({ folder: program({ "main.tf.json": document }), engine });
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    expect(report.stacks[0]?.phases.find((p) => p.phase === "plan")?.counts?.add).toBe(count);
    expect(report.stacks[0]?.phases.at(-1)).toMatchObject({ phase: "destroy", ok: true });
    expect(report.world.resources).toBe(0);
  });
});

describe.skipIf(anyEngine === undefined)("every data source of every cloud", () => {
  it.each(schemaNames())("%s answers for a plan that is judged", async (cloud) => {
    if (anyEngine === undefined) return;
    const { document, count } = await everything(cloud, "data", false);
    const folder = program({ "main.tf.json": document });
    const { plan } = await planJson(folder, { engine: anyEngine });
    const prior = plan.prior_state as unknown as { values: { root_module: { resources: { mode: string }[] } } };
    expect(prior.values.root_module.resources.filter((r) => r.mode === "data")).toHaveLength(count);
  });
});
