/** What JavaScript, or a cast, may write for a rule. */
import { describe, expect, it } from "vitest";
import { defineRule, InputError, pass, proveExamples } from "../../guard/index.ts";

const RIGHT = {
  id: "acme/named",
  title: "Every bucket is named",
  why: "So that somebody knows whose it is.",
  on: "bucket",
  options: { days: 30, names: ["a"], strict: true, none: [] },
  check: () => pass,
  examples: { passes: {}, fails: { nameless: { versioned: false } } },
};

const define = defineRule as unknown as (definition: unknown) => unknown;

const WRONG: readonly (readonly [what: string, definition: unknown, message: string])[] = [
  [
    "nothing",
    undefined,
    "defineRule, a rule: it is not there. Write an object with the keys id, title, why, controls, on, level, within, when, options, check, examples.",
  ],
  ["no id", { ...RIGHT, id: undefined }, "defineRule, a rule: it has no id. Add id."],
  [
    "an id without a family",
    { ...RIGHT, id: "named" },
    'defineRule, the rule named: id is "named". Write family/name in small letters, acme/buckets-keep-30-days.',
  ],
  [
    "an id with capitals",
    { ...RIGHT, id: "Acme/Named" },
    'defineRule, the rule Acme/Named: id is "Acme/Named". Write family/name in small letters, acme/buckets-keep-30-days.',
  ],
  [
    "a key that is another",
    { ...RIGHT, optoins: {} },
    'defineRule, the rule acme/named: it has the unknown key "optoins". Did you mean "options"? The keys are id, title, why, controls, on, level, within, when, options, check, examples.',
  ],
  ["two swapped letters", { ...RIGHT, on: "bukcet" }, 'defineRule, the rule acme/named: on is "bukcet". Did you mean "bucket"?'],
  [
    "a kind of subject, misspelt",
    { ...RIGHT, on: "remaindre" },
    'defineRule, the rule acme/named: on is "remaindre". Did you mean "remainder"?',
  ],
  ["a concept that is another", { ...RIGHT, on: "buckett" }, 'defineRule, the rule acme/named: on is "buckett". Did you mean "bucket"?'],
  [
    "a kind that is none",
    { ...RIGHT, on: ["resource", "thing"] },
    'defineRule, the rule acme/named: on names "thing", which is no kind of subject. The kinds are resource, data, provider, backend, module, provisioner, import, file, remainder.',
  ],
  [
    "a parameter without a kind",
    { ...RIGHT, options: { days: null } },
    "defineRule, the rule acme/named: options.days is null. Its default is true or false, a number, a text, or a list of numbers or of texts.",
  ],
  [
    "a parameter of two kinds",
    { ...RIGHT, options: { days: [1, "a"] } },
    "defineRule, the rule acme/named: options.days is a list. Its default is true or false, a number, a text, or a list of numbers or of texts.",
  ],
  [
    "a parameter that is no number",
    { ...RIGHT, options: { days: Number.NaN } },
    "defineRule, the rule acme/named: options.days is null. Its default is true or false, a number, a text, or a list of numbers or of texts.",
  ],
  ["no check", { ...RIGHT, check: undefined }, "defineRule, the rule acme/named: it has no check. Add check."],
  ["a check that is a text", { ...RIGHT, check: "versioned" }, 'defineRule, the rule acme/named: check is "versioned". Write a function.'],
  [
    "a level that is none",
    { ...RIGHT, level: "sometimes" },
    'defineRule, the rule acme/named: level is "sometimes". Write "demanded" or "on request".',
  ],
  [
    "a control for a list",
    { ...RIGHT, controls: "ISO27001:A.8.13" },
    'defineRule, the rule acme/named: controls is "ISO27001:A.8.13". Write a list.',
  ],
  [
    "nothing that fails",
    { ...RIGHT, examples: { passes: {}, fails: {} } },
    "defineRule, the rule acme/named: examples.fails is empty. Write what it refuses: a rule that nothing fails checks nothing.",
  ],
];

describe("a rule is refused where it is written", () => {
  it.each(WRONG)("for %s", (_what, definition, message) => {
    expect(() => define(definition)).toThrow(new InputError(message));
  });
});

it.each(["queue", "site", "date-store", "volumes-of-ours", "certificateAuthority"])("takes a concept of a company's own: %s", (on) => {
  expect(define({ ...RIGHT, on })).toMatchObject({ on, level: "demanded", controls: [] });
});

it("proves the examples of a rule about what a document leaves out", () => {
  const rule = defineRule({
    ...RIGHT,
    on: "remainder",
    examples: { passes: { "a document that leaves nothing out": {} }, fails: { "never run here": { resource: {} } } },
  } as never);
  // Read as a configuration, not as the facts of a concept, of which there would be one to judge.
  expect(proveExamples(rule).map(({ want, got }) => [want, got])).toEqual([["fails", "not-applicable"]]);
});
