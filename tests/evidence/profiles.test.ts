import { describe, expect, it } from "vitest";
import { github, json, markdown, sarif, text } from "../../evidence/index.ts";
import { definePolicy, judge, type Report, readDocument } from "../../guard/index.ts";
import { bucketIn } from "./bucket.ts";

const report: Report = judge([readDocument(bucketIn("BHS"), "main.tf.json")], definePolicy({ profiles: ["csf", "secnumcloud"] }), {
  asOf: "2026-11-23",
});

describe("a profile in a report", () => {
  it("is a table for people: what became of each control, why, and the sentence to read alone", () => {
    const lines = text(report).split("\n");
    expect(lines).toContain("profile secnumcloud — SecNumCloud 3.2 (certification, 2022-03-08)");
    expect(lines.filter((line) => line.includes("SecNumCloud:19.2.b")).at(-1)).toMatch(/^ {2}contradicted {6}SecNumCloud:19\.2\.b/);
    expect(lines.find((line) => line.startsWith("  for  "))).toMatch(
      /CSF:SOV-3 of the profile csf; SecNumCloud:19\.2\.b.* of the profile secnumcloud$/,
    );
    expect(text(report)).toMatch(/residency\/region refuses 1 thing\. At ovh_cloud_project_storage\.b\./);
    expect(text(report)).toMatch(/CSF:SOV-3 is contradicted, so that SEAL-1 is the most that can be reached\./);
    expect(text(report)).toMatch(/Assessed \d+ of 8 by code/);
  });

  it("marks what is contradicted, and nothing else", () => {
    const marked = text(report, { error: (word) => `<${word}>` });
    expect(marked).toMatch(/ {2}<contradicted {4}> {2}SecNumCloud:19\.2\.b/);
    expect(marked).not.toMatch(/<proved|<claimed/);
  });

  it("is data for programs, byte for byte the same", () => {
    const { profiles } = JSON.parse(json(report)) as Report;
    expect(profiles).toEqual(JSON.parse(JSON.stringify(report.profiles)));
    expect(profiles.map(({ profile }) => profile)).toEqual(["csf", "secnumcloud"]);
  });

  it("is a taxonomy in SARIF, to which findings point", () => {
    const [run] = JSON.parse(sarif(report)).runs;
    expect(run.taxonomies.map(({ name }: { name: string }) => name)).toEqual(["csf", "secnumcloud"]);
    const [result] = run.results.filter(({ ruleId }: { ruleId: string }) => ruleId === "residency/region");
    for (const { id, index, toolComponent } of result.taxa) expect(run.taxonomies[toolComponent.index].taxa[index].id).toBe(id);
    expect(result.taxa.map(({ id }: { id: string }) => id)).toContain("SecNumCloud:19.2.b");
  });

  it("is a section in Markdown and an annotation in a pipeline", () => {
    expect(markdown(report)).toMatch(/### Profile secnumcloud[\s\S]*\| `SecNumCloud:19\.2\.b` \| contradicted \|/);
    expect(github(report)).toMatch(/::warning title=secnumcloud SecNumCloud%3A19\.2\.b::contradicted: residency\/region refuses 1 thing\./);
    expect(github(report)).toMatch(/::notice title=csf::Assessed/);
  });

  it("leaves a report without profiles as it was", () => {
    const plain = judge([readDocument(bucketIn("GRA"), "main.tf.json")], definePolicy({}), { asOf: "2026-11-23" });
    expect(JSON.parse(sarif(plain)).runs[0]).not.toHaveProperty("taxonomies");
    expect(text(plain)).not.toMatch(/profile /);
  });
});
