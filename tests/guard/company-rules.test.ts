import { describe, expect, it } from "vitest";
import { defaultPolicy, definePolicy, defineRule, note, pass, proveExamples, undecided } from "../../guard/index.ts";
import { type Document, judged, verdictOf } from "./judging.ts";

const bucketsKeepThirtyDays = defineRule({
  id: "acme/buckets-keep-30-days",
  title: "Every bucket keeps deleted objects for at least 30 days",
  why: "Ransomware deletes first. Thirty days is what our insurer asks for.",
  controls: ["ISO27001:A.8.13"],
  on: "bucket",
  options: { days: 30 },
  check(bucket, { days }) {
    const kept = bucket.read("retentionDays", 0);
    if (kept >= days) return pass;
    return { because: `keeps deleted objects for ${kept} days`, want: `at least ${days} days`, fix: `retentionDays: ${days}` };
  },
  examples: {
    passes: { "forty days": { retentionDays: 40 } },
    fails: { "a week": { retentionDays: 7 }, "nothing said": {} },
  },
});

const address = "ovh_cloud_project_storage.r";
const bucket = (more: Document = {}): Document => ({
  variable: { v: {}, w: {} },
  resource: { ovh_cloud_project_storage: { r: { service_name: "p", name: "b", region_name: "GRA", ...more } } },
});
const locked = (period: string) => bucket({ object_lock: { status: "enabled", rule: { mode: "compliance", period } } });
const policy = definePolicy({ rules: [bucketsKeepThirtyDays] });
const under = (document: Document, own = policy) => judged(document, own, { rules: ["acme"] });

describe("a company's rule", () => {
  it("is proved by its examples", () => {
    expect(proveExamples(bucketsKeepThirtyDays)).toEqual([]);
    const mistaken = {
      ...bucketsKeepThirtyDays,
      examples: { passes: { "a week": { retentionDays: 7 } }, fails: { forty: { retentionDays: 40 } } },
    };
    expect(proveExamples(mistaken)).toMatchObject([
      { example: "a week", want: "passes", got: "outside" },
      { example: "forty", want: "fails", got: "inside" },
    ]);
  });

  it.each([
    ["P40D", "inside"],
    ["P1Y", "inside"],
    ["P1M", "inside"],
    ["P7D", "outside"],
    ["${var.v}", "undecided"],
    ['${var.w ? "P40D" : "P50D"}', "inside"],
    ['${var.w ? "P40D" : "P7D"}', "outside"],
  ])("reads a fact by its name, whatever the provider calls it: %s is %s", (period, verdict) => {
    expect(verdictOf(under(locked(period)), address)).toBe(verdict);
  });

  it("takes what is not said for what the author says", () => {
    expect(under(bucket()).findings[0]).toMatchObject({
      rule: "acme/buckets-keep-30-days",
      message: "keeps deleted objects for 0 days",
      want: "at least 30 days",
    });
  });

  it("takes its parameters from the policy", () => {
    const weekly = definePolicy({ rules: [bucketsKeepThirtyDays], parameters: { "acme/buckets-keep-30-days": { days: 7 } } });
    expect(under(locked("P7D"), weekly).verdict).toBe("inside");
  });

  it("concerns its concept alone", () => {
    const report = under({ resource: { ovh_cloud_project_kube: { k: { region: "BHS5" } } } });
    expect(report.summary).toMatchObject({ outside: 0, inside: 0 });
  });

  it("reads places, operators and protections like any other fact", () => {
    const seen: unknown[] = [];
    const rule = defineRule({
      id: "acme/sees",
      title: "Sees what there is",
      why: "To be seen.",
      on: "bucket",
      check(subject) {
        seen.push([
          subject.read("operator"),
          subject.read("region"),
          subject.read("country"),
          subject.read("encrypted"),
          subject.read("versioned"),
        ]);
        return pass;
      },
      examples: { passes: {}, fails: { never: {} } },
    });
    judged(bucket({ encryption: { sse_algorithm: "AES256" } }), definePolicy({ rules: [rule] }), { rules: ["acme"] });
    expect(seen).toEqual([["ovhcloud", "GRA", "FR", true, false]]);
  });

  it("refuses by itself whatever it reads and nobody knows", () => {
    const named = defineRule({
      id: "acme/named",
      title: "Buckets carry the company's name",
      why: "So that people find them.",
      on: ["resource"],
      check: (subject) =>
        String(subject.attribute("name")).startsWith("acme-") ? pass : { because: "has another name", fix: "call it acme-…" },
      examples: { passes: {}, fails: { other: { resource: { ovh_cloud_project_storage: { b: { name: "x" } } } } } },
    });
    const verdict = (name: string) => verdictOf(judged(bucket({ name }), definePolicy({ rules: [named] }), { rules: ["acme"] }), address);
    expect(["acme-x", "x", "${var.v}", '${var.w ? "acme-a" : "b"}'].map(verdict)).toEqual(["inside", "outside", "undecided", "outside"]);
    expect(proveExamples(named)).toEqual([]);
  });

  it("stays bounded when everything can be everything", () => {
    const many = defineRule({
      id: "acme/many",
      title: "Reads much",
      why: "To be bounded.",
      on: ["resource"],
      check(subject) {
        for (let i = 0; i < 8; i++) subject.attribute(`a${i}`);
        return pass;
      },
      examples: { passes: {}, fails: { never: {} } },
    });
    const attributes = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`a${i}`, `\${var.w ? ${i} : ${i + 100}}`]));
    const variables = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [`a${i}`, `\${[for x in [1, 2, 3, 4] : x if x == var.w${i}][0] == 1 ? "a" : "b"}`]),
    );
    const report = judged(bucket({ ...variables, ...attributes }), definePolicy({ rules: [many] }), { rules: ["acme"] });
    expect(["inside", "undecided"]).toContain(verdictOf(report, address));
  });

  it("may say several things, or pass and say why", () => {
    const rule = defineRule({
      id: "acme/several",
      title: "Says several things",
      why: "To be heard.",
      on: "bucket",
      check: () => [note("is well kept"), undecided({ because: "may be lost", fix: "look" }), { because: "is lost", fix: "find it" }],
      examples: { passes: {}, fails: { always: {} } },
    });
    const report = judged(bucket(), definePolicy({ rules: [rule] }), { rules: ["acme"] });
    expect(report.findings.map((one) => one.verdict).sort()).toEqual(["inside", "outside", "undecided"]);
    expect(verdictOf(report, address)).toBe("outside");
  });

  it("that fails itself is the author's error, and is thrown", () => {
    const broken = defineRule({
      id: "acme/broken",
      title: "Breaks",
      why: "To be seen breaking.",
      on: "bucket",
      check() {
        throw new TypeError("mistake");
      },
      examples: { passes: {}, fails: { never: {} } },
    });
    expect(() => judged(bucket(), definePolicy({ rules: [broken] }))).toThrow(/mistake/);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["true", true],
    ["a word", "pass"],
    ["an empty list", []],
    ["a list with a pass in it", [pass]],
    ["a verdict that is none", { verdict: "INSIDE", because: "x" }],
    ["a refusal without a reason", { because: " ", fix: "x" }],
    ["no reason at all", { verdict: "inside" }],
    ["a promise", Promise.resolve(pass)],
    ["a symbol of its own", Symbol("terroir.pass")],
  ])("that returns %s is the author's error, and no pass", (_name, returned) => {
    const rule = { ...bucketsKeepThirtyDays, id: "acme/broken", check: () => returned as never };
    expect(() => judged(bucket(), definePolicy({ rules: [rule] }))).toThrow(/The rule acme\/broken returned .*, which is no ruling\./);
  });

  it("does not compile when it is wrong", () => {
    const rest = { title: "t", why: "w.", on: "bucket", examples: { passes: {}, fails: { x: {} } } } as const;
    // @ts-expect-error a forgotten return is no pass
    defineRule({ ...rest, id: "acme/a", check() {} });
    // @ts-expect-error an id has a family
    expect(() => defineRule({ ...rest, id: "acme", check: () => pass })).toThrow("family/name");
    // @ts-expect-error the fact is misspelt
    defineRule({ ...rest, id: "acme/b", check: (one) => (one.read("retentionDay", 0) > 1 ? pass : pass) });
    // @ts-expect-error the fact is a number
    defineRule({ ...rest, id: "acme/c", check: (one) => (one.read("retentionDays", "0") ? pass : pass) });
    // @ts-expect-error a rule that nothing fails checks nothing
    expect(() => defineRule({ ...rest, id: "acme/d", check: () => pass, examples: { passes: {}, fails: {} } })).toThrow(
      "examples.fails is empty",
    );
    // @ts-expect-error an example has facts of the concept only
    defineRule({ ...rest, id: "acme/e", check: () => pass, examples: { passes: {}, fails: { x: { retentonDays: 7 } } } });
    // @ts-expect-error a refusal says what to do
    defineRule({ ...rest, id: "acme/f", check: () => ({ because: "so" }) });
    expect(defaultPolicy.rules).toEqual([]);
  });
});
