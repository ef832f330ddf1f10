import { describe, expect, it } from "vitest";
import { builtInRules } from "../../guard/index.ts";
import { proveExamples } from "../../guard/pages/examples.ts";

describe.each(builtInRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  it("judges its own examples as it says", () => {
    expect(proveExamples(rule)).toEqual([]);
  });

  it("says what it promises, why, and who asks for it", () => {
    expect(id).toMatch(/^[a-z-]+\/[a-z-]+$/);
    expect(rule.title.length).toBeGreaterThan(10);
    expect(rule.why).toMatch(/\.$/);
    expect(rule.controls.length).toBeGreaterThan(0);
    expect(Object.keys(rule.examples.passes).length).toBeGreaterThan(0);
    expect(Object.keys(rule.examples.fails).length).toBeGreaterThan(0);
    expect(Object.keys(rule.examples.undecided ?? {}).length).toBeGreaterThan(0);
  });
});
