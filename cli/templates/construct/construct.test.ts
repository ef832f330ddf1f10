import { SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";
import { expect, it } from "vitest";
import { __PASCAL__ } from "./__FILE__.ts";

it("keeps objects for as long as it is told", () => {
  const app = new SovereignApp();
  const stack = new SovereignStack(app, "test", { at: ovh("GRA11") });
  const made = new __PASCAL__(stack, "__FILE__", { days: 90 });
  expect(made.bucket.resources).not.toEqual([]);
});
