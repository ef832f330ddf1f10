import { describe, expect, it } from "vitest";
import { defaultPolicy, judge, readDocument, readPlan } from "../../../guard/index.ts";
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
const verdict = (json: Document, beside?: ReturnType<typeof code>) =>
  judge([readPlan(json, "plan.json", beside === undefined ? {} : { code: beside })], defaultPolicy, {
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

  it.each<[string, Document, ReturnType<typeof code> | undefined, string]>([
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
    expect(verdict(json, beside)).toBe(expected);
  });
});
