import { SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
import { synthesized } from "terroir/testing";
import { expect, it } from "vitest";
import { __PASCAL__ } from "./__FILE__.ts";

it("keeps objects for as long as it is told, and the guard accepts it", () => {
  const { refusals, resources } = synthesized((app) => {
    const stack = new SovereignStack(app, "test", { at: ovh("GRA11") });
    new __PASCAL__(stack, "__FILE__", { days: 90 });
  });
  expect(refusals).toEqual([]);
  expect(JSON.stringify(resources("ovh_cloud_project_storage"))).toContain('"P90D"');
});
