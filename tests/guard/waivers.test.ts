import { describe, expect, it } from "vitest";
import { inCI } from "../../guard/in-ci.ts";
import { defaultPolicy, definePolicy, type Policy, parsePolicy, type Waiver, waive } from "../../guard/index.ts";
import { type Document, judged, verdictOf } from "./judging.ts";

const address = "ovh_cloud_project_kube.r";
const kube = (region: string): Document => ({
  resource: { ovh_cloud_project_kube: { r: { service_name: "p", name: "k", region, private_network_id: "n" } } },
});
const approved = { address, reason: "moves in January", owner: "team-shop", approver: "security", until: "2026-12-31" } as const;
const good = { ...approved, value: "BHS5" } as const;
// Not through definePolicy, which refuses some of them before anything is judged: a program may write the record itself.
const under = (waivers: readonly Waiver[], document: Document = kube("BHS5"), rules: readonly string[] = ["residency"]) =>
  judged(document, { ...defaultPolicy, waivers }, { rules });

describe("a waiver", () => {
  it("accepts what it names, counts it as waived, and says under whose name", () => {
    const report = under([waive("residency/region", good)]);
    expect(report.verdict).toBe("inside");
    expect(report.summary).toMatchObject({ inside: 1, outside: 0, waived: 1 });
    expect(verdictOf(report, address)).toBe("waived");
    expect(report.findings[0]).toMatchObject({
      verdict: "waived",
      value: "BHS5",
      waiver: { owner: "team-shop", approver: "security", until: "2026-12-31" },
    });
  });

  it("accepts what cannot be known as well", () => {
    const report = under([waive("residency/region", approved)], { variable: { r: {} }, ...kube("${var.r}") });
    expect(report.summary).toMatchObject({ waived: 1, undecided: 0 });
  });

  it("accepts one rule, and not the others", () => {
    const report = judged(kube("BHS5"), definePolicy({ waivers: [waive("residency/region", good)] }));
    expect(verdictOf(report, address)).toBe("outside");
    expect(report.findings.filter((one) => one.verdict === "outside").map((one) => one.rule)).toEqual(["isolation/ingress"]);
  });

  it("accepts the value that was approved, and no other", () => {
    expect(under([waive("residency/region", { ...good, value: "BHS5", path: "region" })]).verdict).toBe("inside");
    const other = under([waive("residency/region", { ...good, value: "BHS5" })], kube("SGP1"));
    expect(other.verdict).toBe("refused");
    expect(other.findings.find((one) => one.rule === "policy/waiver")?.message).toMatch(/another value.*SGP1/);
  });

  it("does not accept whatever value there may be", () => {
    const report = under([waive("residency/region", approved)]);
    expect(report.verdict).toBe("refused");
    expect(report.findings.find((one) => one.rule === "policy/waiver")).toMatchObject({
      message: expect.stringMatching(/does not say which value it waives at .*: region = BHS5/),
      remedy: 'have the value approved, and add value: "BHS5"',
    });
  });

  it("of a rule that was divided names the rule that judges the same now", () => {
    const document = { resource: { terraform_data: { t: { provisioner: { "local-exec": { command: "./register.sh" } } } } } };
    const at = "terraform_data.t.provisioner.local-exec";
    const divided = { ...approved, address: at } as const;
    const report = under([waive("execution/opaque", divided)], document, ["execution"]);
    expect(report.findings.find((one) => one.rule === "policy/waiver")).toMatchObject({
      message: `waives execution/opaque at ${at}, which execution/provisioner judges now: execution/opaque was divided`,
      remedy: "have it approved under execution/provisioner, and write that rule",
    });
    expect(under([waive("execution/provisioner", divided)], document, ["execution"]).verdict).toBe("inside");
  });

  it("that stands in a program is refused where a pipeline runs it; in a policy file it counts", () => {
    const inline = definePolicy({ waivers: [waive("residency/region", good)] });
    const filed = parsePolicy({ waivers: [{ rule: "residency/region", ...good }] });
    const verdict = (policy: Policy, inlineWaivers: "accept" | "refuse") =>
      judged(kube("BHS5"), policy, { rules: ["residency"], inlineWaivers }).verdict;
    expect([verdict(inline, "accept"), verdict(inline, "refuse"), verdict(filed, "refuse")]).toEqual(["inside", "refused", "inside"]);
    const { findings } = judged(kube("BHS5"), inline, { rules: ["residency"], inlineWaivers: "refuse" });
    expect(findings.find(({ rule }) => rule === "policy/waiver")?.message).toMatch(/within the program/);
    // What a file says stays the file's when a program builds on it.
    expect(verdict(definePolicy({ extends: filed }), "refuse")).toBe("inside");
  });

  it.each([
    [undefined, false],
    ["", false],
    ["false", false],
    ["0", false],
    ["true", true],
    ["1", true],
  ])("knows a pipeline by CI=%s: %s", (CI, is) => {
    expect(inCI({ CI })).toBe(is);
  });

  const wrong: readonly (readonly [name: string, waiver: Waiver, message: RegExp])[] = [
    ["of a rule that does not exist", waive("residency/regoin", good), /residency\/regoin, which does not exist/],
    ["at an address that does not exist", waive("residency/region", { ...good, address: "ovh_cloud_project_kube.x" }), /no such address/],
    ["with a wildcard", waive("residency/region", { ...good, address: "ovh_cloud_project_kube.*" }), /wildcard/],
    ["past its day", waive("residency/region", { ...good, until: "2026-11-22" }), /expired on 2026-11-22/],
    ["for too long", waive("residency/region", { ...good, until: "2027-03-01" }), /more than 90 days/],
    [
      "for too long from its first day",
      waive("residency/region", { ...good, from: "2026-10-01", until: "2026-12-31" }),
      /more than 90 days/,
    ],
    ["that has not begun", waive("residency/region", { ...good, from: "2026-12-01" }), /begins on 2026-12-01/],
    ["on no day", waive("residency/region", { ...good, until: "2026-13-45" }), /date that is none/],
    ["on a day that is in no calendar", waive("residency/region", { ...good, until: "2026-11-31" }), /date that is none/],
    ["by its own owner", waive("residency/region", { ...good, approver: " Team-Shop " }), /approved by its own owner/],
  ];
  it.each(wrong)("is refused %s, and waives nothing", (_, waiver, message) => {
    const report = under([waiver]);
    expect(report.verdict).toBe("refused");
    expect(verdictOf(report, address)).toBe("outside");
    const fault = report.findings.find((one) => one.rule === "policy/waiver");
    expect(fault).toMatchObject({ address: "policy.waivers[0]", verdict: "outside" });
    expect(fault?.message).toMatch(message);
    expect(fault?.remedy).not.toBe("");
    expect(verdictOf(report, "policy.waivers[0]")).toBe("outside");
  });

  it("is refused when nothing is left to waive", () => {
    const report = under([waive("residency/region", good)], kube("GRA11"));
    expect(report.findings.map((one) => one.message)).toEqual([expect.stringMatching(/nothing is refused any more/)]);
    expect(report.verdict).toBe("refused");
  });

  it("of a rule that does not run is left alone", () => {
    expect(under([waive("isolation/ingress", good)], kube("GRA11")).verdict).toBe("inside");
  });

  it("of a protection may be approved by its owner", () => {
    const report = judged(kube("GRA11"), definePolicy({ waivers: [waive("isolation/ingress", { ...approved, approver: "team-shop" })] }), {
      rules: ["isolation"],
    });
    expect(report.summary.waived).toBe(1);
  });

  it("holds on its last day", () => {
    expect(under([waive("residency/region", { ...good, until: "2026-11-23" })]).verdict).toBe("inside");
  });
});
