import { describe, expect, it } from "vitest";
import { builtInRules, defineRule, type Examples, pass, type Ruling } from "../../guard/index.ts";
import { ruleExamples } from "../../testing/index.ts";

const wrong: Ruling = { because: "keeps no versions", fix: "versioned: true" };

const rule = (check: () => Ruling, examples: Examples<"bucket", "f">) =>
  defineRule({ id: "acme/r", title: "T", why: "W", on: "bucket", check, examples });

describe("says what is wrong with a rule's examples", () => {
  it.each([
    ["right", (): Ruling => wrong, { passes: {}, fails: { f: {} } }, []],
    [
      "passes what should fail",
      (): Ruling => pass,
      { passes: {}, fails: { f: {} } },
      ['acme/r: "f" should be refused as outside, and the verdict is inside.'],
    ],
    [
      "refuses what should pass",
      (): Ruling => wrong,
      { passes: { p: {} }, fails: { f: {} } },
      [expect.stringMatching(/^acme\/r: "p" should be accepted, and the verdict is outside\. The rule says: .*keeps no versions/)],
    ],
    [
      "decides what should be undecided",
      (): Ruling => wrong,
      { passes: {}, fails: { f: {} }, undecided: { u: {} } },
      [expect.stringMatching(/^acme\/r: "u" should be refused as undecided, and the verdict is outside\./)],
    ],
  ] as const)("%s", (_, check, examples, expected) => {
    expect(ruleExamples(rule(check, examples))).toEqual(expected);
  });
});

it("says so when nothing is refused at all, which defineRule does not let pass", () => {
  const empty = { ...rule(() => pass, { passes: {}, fails: { f: {} } }), examples: { passes: {}, fails: {} } };
  expect(ruleExamples(empty)).toEqual([
    "acme/r has no example that fails: a rule that refuses nothing checks nothing. Add one to examples.fails.",
  ]);
});

it("asks about facts that an example leaves out as if the resource did not say them", () => {
  const reads = defineRule({
    id: "acme/reads",
    title: "T",
    why: "W",
    on: "bucket",
    check: (bucket) => (bucket.read("versioned") ? pass : wrong),
    examples: { passes: { yes: { versioned: true } }, fails: { no: { versioned: false } }, undecided: { silent: {} } },
  });
  expect(ruleExamples(reads)).toEqual([]);
});

it.each(builtInRules.map((one) => [one.id, one] as const))("finds %s right", (_, one) => {
  expect(ruleExamples(one)).toEqual([]);
});
