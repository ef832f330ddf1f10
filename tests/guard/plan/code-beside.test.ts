import { describe, expect, it } from "vitest";
import { defaultPolicy, judge, readDocument, readPlan } from "../../../guard/index.ts";
import type { PlanOptions } from "../../../guard/views/plan.ts";
import { AS_OF, change, type Document, plan } from "../judging.ts";

const AWS = "registry.terraform.io/hashicorp/aws";
const ENDPOINT = "https://oos.eu-west-2.outscale.com";
const BUCKET = "aws_s3_bucket.b";
const OPEN = { logging: true, replication_configuration: true, versioning: true, region: true, id: true };

/** A bucket at Outscale's store, as the provider plans it: of most of its blocks it says nothing before it has made it. */
const planned = (more: Document = {}, after: Document = {}, unknown: Document = OPEN, expressions: Document = {}) =>
  plan(
    [
      change(
        BUCKET,
        { bucket: "b", ...after },
        {
          provider_name: AWS,
          change: { after_unknown: unknown, ...more },
        },
      ),
    ],
    {
      configuration: {
        provider_config: {
          aws: {
            name: "aws",
            full_name: AWS,
            expressions: { region: { constant_value: "eu-west-2" }, endpoints: [{ s3: { constant_value: ENDPOINT } }] },
          },
        },
        root_module: {
          resources: [
            {
              address: BUCKET,
              mode: "managed",
              type: "aws_s3_bucket",
              name: "b",
              provider_config_key: "aws",
              expressions: { bucket: { constant_value: "b" }, ...expressions },
            },
          ],
        },
      },
    },
  );

const code = (body: Document = {}, more: Document = {}) =>
  readDocument(
    {
      terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
      provider: { aws: [{ region: "eu-west-2", endpoints: [{ s3: ENDPOINT }] }] },
      variable: { v: {} },
      resource: { aws_s3_bucket: { b: { bucket: "b", ...body } } },
      ...more,
    },
    "main.tf.json",
  );

/** What the bucket gets from the rules on places and operators. */
const verdict = (json: Document, beside: PlanOptions) =>
  judge([readPlan(json, "plan.json", beside)], defaultPolicy, {
    asOf: AS_OF,
    rules: ["residency", "jurisdiction"],
  }).resources.find(({ address }) => address === BUCKET)?.verdict;

const dynamic = (for_each: string, content: Document = { target_bucket: "elsewhere" }): Document => ({
  dynamic: { logging: { for_each, content } },
});
const before = { before: { bucket: "b", logging: [{ target_bucket: "elsewhere" }] }, actions: ["update"] };

describe("a new bucket, of whose blocks nothing is known", () => {
  it("is undecided in a plan alone, which does not show what a dynamic block writes, and says who does", () => {
    const { findings } = judge([readPlan(planned(), "plan.json")], defaultPolicy, { asOf: AS_OF, rules: ["residency"] });
    expect(findings.find(({ address }) => address === BUCKET)).toMatchObject({ verdict: "undecided", remedy: /--code DIR/ });
  });

  it.each<[string, Document, ReturnType<typeof code>, string]>([
    ["nothing in the code", planned(), code(), "inside"],
    ["a dynamic block that is never made", planned(), code(dynamic("${[]}")), "inside"],
    ["a dynamic block of which nobody knows how many there are", planned(), code(dynamic("${var.v}")), "undecided"],
    ["one that names no bucket, as far as anybody knows", planned(), code(dynamic("${var.v}", {})), "undecided"],
    ["blocks of which one may be made", planned(), code(dynamic('${var.v ? ["x"] : []}')), "undecided"],
    ["a block in the code, and none in the plan", planned(), code({ logging: [{ target_bucket: "elsewhere" }] }), "undecided"],
    [
      "a block in the plan, and none in the code: it was made from another",
      planned({}, { logging: [{}] }, { ...OPEN, logging: [{ target_bucket: true }] }),
      code(),
      "undecided",
    ],
    [
      "an attribute that the plan has, and the code not",
      planned(
        {},
        { logging: [{}] },
        { ...OPEN, logging: [{ target_bucket: true }] },
        { logging: [{ target_bucket: { references: ["var.v"] } }] },
      ),
      code({ logging: [{}] }),
      "undecided",
    ],
    ["a block that the plan knows", planned({}, { logging: [{ target_bucket: "elsewhere" }] }, {}), code(), "undecided"],
    ["another resource in the code", planned(), code({}, { resource: { aws_s3_bucket: { other: {} } } }), "undecided"],
    ["every instance of it says nothing", planned(), code({ for_each: "${var.v}" }), "inside"],
    ["one of its instances may say it", planned(), code({ for_each: "${var.v}", ...dynamic("${each.value}") }), "undecided"],
    ["what it sent to before it was changed", planned(before), code(), "undecided"],
    ["what it sent to before it is made anew", planned({ ...before, actions: ["delete", "create"] }), code(), "inside"],
    ["it sent nowhere before it was changed", planned({ ...before, before: { bucket: "b", logging: [] } }), code(), "inside"],
  ])("beside its code: %s", (_, json, beside, expected) => {
    expect(verdict(json, { code: beside })).toBe(expected);
    // The gate of a deployment has the program.
    expect(verdict(json, { program: beside })).toBe(expected);
  });
});

describe("provider blocks that are made once for each of something (OpenTofu)", () => {
  const OUTSCALE = "registry.opentofu.org/outscale/outscale";
  const net = (address: string) => change(address, { ip_range: "10.0.0.0/16" }, { provider_name: OUTSCALE });
  const configured = (name: string) => ({
    address: `outscale_net.${name}`,
    mode: "managed",
    type: "outscale_net",
    name,
    provider_config_key: "outscale.at",
    expressions: {},
  });
  const nets = plan([net("outscale_net.a"), net('outscale_net.b["paris"]'), net('outscale_net.b["newark"]'), net("outscale_net.c")], {
    configuration: {
      provider_config: {
        "outscale.at": { name: "outscale", full_name: OUTSCALE, alias: "at", expressions: { region: { references: ["each.value"] } } },
      },
      root_module: { resources: ["a", "b", "c"].map(configured) },
    },
  });
  const written = (source = "outscale/outscale") =>
    readDocument(
      {
        terraform: { required_providers: { outscale: { source } } },
        variable: { v: {}, at: { default: { paris: "eu-west-2", newark: "us-east-2" } } },
        provider: { outscale: [{ alias: "at", for_each: "${var.at}", region: "${each.value}" }] },
        resource: {
          outscale_net: {
            a: { provider: 'outscale.at["paris"]' },
            b: { for_each: "${var.at}", provider: "outscale.at[each.key]" },
            c: { provider: "outscale.at[var.v]" },
          },
        },
      },
      "main.tf.json",
    );
  const verdicts = (options: PlanOptions) =>
    judge([readPlan(nets, "plan.json", options)], defaultPolicy, { asOf: AS_OF, rules: ["residency"] }).resources.flatMap(
      ({ address, verdict: one }) => (address.startsWith("outscale_net") ? [`${address} ${one}`] : []),
    );

  it("are one that nobody knows in a plan, and each its own beside the code", () => {
    const open = ["outscale_net.a", 'outscale_net.b["newark"]', 'outscale_net.b["paris"]', "outscale_net.c"].map(
      (one) => `${one} undecided`,
    );
    expect(verdicts({})).toEqual(open);
    expect(verdicts({ code: written("acme/outscale") })).toEqual(open);
    expect(verdicts({ code: written() })).toEqual([
      "outscale_net.a inside",
      'outscale_net.b["newark"] outside',
      'outscale_net.b["paris"] inside',
      "outscale_net.c undecided",
    ]);
  });
});
