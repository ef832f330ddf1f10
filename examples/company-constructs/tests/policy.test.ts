import { Bucket, SovereignStack } from "terroir";
import { rulePage } from "terroir/guard";
import { ovh } from "terroir/ovh";
import { ruleExamples, synthesized } from "terroir/testing";
import { describe, expect, it } from "vitest";
import { Archive, policy } from "../index.ts";

describe.each(policy.rules.map((rule) => [rule.id, rule] as const))("rule %s", (_, rule) => {
  it("does what its examples say", () => {
    expect(ruleExamples(rule)).toEqual([]);
  });

  it("has a page for who is refused", () => {
    expect(rulePage(rule)).toContain(rule.why);
  });
});

const program = (at: "GRA11" | "WAW1", kind: typeof Archive | typeof Bucket) =>
  synthesized((app) => void new kind(new SovereignStack(app, "test", { at: ovh(at) }), "papers"), { policy }).refusals;

it("lets an archive in Gravelines through", () => {
  expect(program("GRA11", Archive)).toEqual([]);
});

it("refuses a bucket that forgets", () => {
  expect(program("GRA11", Bucket)).toEqual([expect.stringMatching(/^acme\/buckets-keep-30-days: .* for 0 days.* To do: use Archive/)]);
});

it("refuses a place that is none of ours, before anything is made there", () => {
  expect(() => program("WAW1", Archive)).toThrow(/Warsaw.*"acme"/);
});
