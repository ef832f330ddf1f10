import { describe, expect, it } from "vitest";
import { readDocument } from "../../../guard/index.ts";
import { type Document, judged, refusedBy } from "../judging.ts";

const KUBE = "ovh_cloud_project_kube";
const kube = (body: Document, region = "BHS5"): Document => ({
  resource: { [KUBE]: { k: { service_name: "p", name: "k", region, ...body } } },
});
const NOBODY_KNOWS = "${var.nobody_knows}";
const OFF: Document = { variable: { on: { type: "bool", default: false }, nobody_knows: {} } };
const refused = (document: Document): readonly string[] =>
  ["residency/region", "jurisdiction/operator", "execution/opaque", "execution/provisioner"].flatMap((rule) =>
    refusedBy(judged(document), rule).map(({ address }) => address),
  );

describe("what is declared and not made", () => {
  it.each<[string, Document]>([
    ["no times", kube({ count: 0 }, NOBODY_KNOWS)],
    ["no times, by default", { ...OFF, ...kube({ count: "${var.on ? 1 : 0}" }, NOBODY_KNOWS) }],
    ["where it would be inside", { ...OFF, ...kube({ count: "${var.on ? 1 : 0}" }, "GRA11") }],
    ["for none", kube({ for_each: {} }, "${each.value}")],
    [
      "for none that a condition leaves",
      kube({ for_each: "${{ for key, one in { a = { on = false } } : key => one if one.on }}" }, NOBODY_KNOWS),
    ],
    [
      "for none of another",
      {
        resource: {
          [KUBE]: { k: { for_each: `\${${KUBE}.other}`, region: "${each.value.region}" }, other: { for_each: {}, region: "${each.key}" } },
        },
      },
    ],
    ["a data source", { data: { [KUBE]: { d: { count: 0, service_name: "p", kube_id: "x", region: NOBODY_KNOWS } } } }],
    ["a command that would run", kube({ count: 0, provisioner: { "local-exec": { command: "x" } } }, "GRA11")],
    ["what is under a provider that reads its environment", { resource: { scaleway_object_bucket: { b: { count: 0, name: "b" } } } }],
    ["a module", { module: { m: { source: "./m", count: 0 } } }],
    ["an import", { import: { for_each: {}, to: `${KUBE}.k`, id: "p/BHS5/x" } }],
  ])("is nothing to judge: %s", (_, document) => {
    expect(refused(document)).toEqual([]);
  });

  it.each<[string, Document, string]>([
    ["no times", kube({ count: 0 }), `${KUBE}.k`],
    ["no times, by default", { ...OFF, ...kube({ count: "${var.on ? 1 : 0}" }) }, `${KUBE}.k`],
    ["for none", kube({ for_each: {} }), `${KUBE}.k`],
    ["a data source", { data: { [KUBE]: { d: { count: 0, service_name: "p", kube_id: "x", region: "BHS5" } } } }, `data.${KUBE}.d`],
  ])("is refused where it would certainly be outside: %s", (_, document, address) => {
    const report = judged(document);
    expect(report.verdict).toBe("refused");
    expect(report.resources.find((one) => one.address === address)?.verdict).toBe("outside");
    expect([...new Set(report.findings.filter((one) => one.address === address).map(({ rule }) => rule))]).toEqual(["residency/region"]);
  });

  it("is nothing that others point at", () => {
    const pool = { service_name: "p", kube_id: `\${${KUBE}.k[0].id}`, flavor_name: "b3-8" };
    const { resource } = kube({ count: 0 }, "GRA11") as { readonly resource: Document };
    expect(refused({ resource: { ...resource, ovh_cloud_project_kube_nodepool: { p: pool } } })).toEqual([
      "ovh_cloud_project_kube_nodepool.p",
    ]);
  });

  it.each<[string, Document, string]>([
    ["as many as a variable says", { variable: { n: {} }, ...kube({ count: "${var.n}" }) }, `${KUBE}.k`],
    ["one or none", { variable: { on: {} }, ...kube({ count: "${var.on ? 1 : 0}" }) }, `${KUBE}.k`],
    [
      "those that a condition leaves, nobody knows which",
      { variable: { on: {} }, ...kube({ for_each: "${{ for key, one in { a = var.on } : key => one if one }}" }) },
      `${KUBE}.k`,
    ],
    ["as many as there are of another", { variable: { all: {} }, ...kube({ for_each: "${var.all}" }) }, `${KUBE}.k`],
    ["a number that is none", kube({ count: "" }), `${KUBE}.k`],
    ["nothing at all", kube({ count: null }), `${KUBE}.k`],
    ["one, by default", { variable: { on: { default: true } }, ...kube({ count: "${var.on ? 1 : 0}" }) }, `${KUBE}.k[0]`],
    [
      "a command when the last one goes",
      kube({ count: 0, provisioner: { "local-exec": { when: "destroy", command: "x" } } }),
      `${KUBE}.k.provisioner.local-exec`,
    ],
    [
      "the provider of another company, which the engine starts",
      { resource: { aws_sns_topic: { t: { count: 0 } } } },
      "terraform.required_providers.aws",
    ],
    ["a module, once", { module: { m: { source: "./m", count: 1 } } }, "module.m[0]"],
  ])("is not what is made perhaps: %s", (_, document, address) => {
    expect(refused(document)).toContain(address);
  });

  it("is said", () => {
    const many = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`k${index}`, { count: 0 }]));
    const { unseen } = readDocument({ resource: { [KUBE]: many } }, "cdk.tf.json");
    expect(unseen).toEqual([
      `${[0, 1, 2, 3, 4].map((index) => `${KUBE}.k${index}`).join(", ")} and 2 more: its count or for_each makes none of it, unless a run is told otherwise`,
    ]);
  });
});
