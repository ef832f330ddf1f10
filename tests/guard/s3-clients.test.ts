import { describe, expect, it } from "vitest";
import { definePolicy, type Json, type PolicyInput } from "../../guard/index.ts";
import { type Document, judged, verdictOf } from "./judging.ts";

const GRA = "https://s3.gra.io.cloud.ovh.net";
const IONOS = "https://s3.eu-central-3.ionoscloud.com";
const RULES = { rules: ["jurisdiction", "residency", "execution"] };

interface Case {
  readonly block: Document;
  readonly type?: string;
  readonly body?: Document;
  readonly policy?: PolicyInput;
  readonly says: "inside" | "outside" | "undecided";
}

const aws = (endpoints: Document, more: Document = {}): Document => ({
  region: "us-east-1",
  skip_credentials_validation: true,
  endpoints: [endpoints],
  ...more,
});

const AWS: Readonly<Record<string, Case>> = {
  "a store in Gravelines": { block: aws({ s3: GRA }), says: "inside" },
  "a store in Gravelines, by the endpoint's other name": { block: aws({ s3api: GRA }), says: "inside" },
  "two names, one of them in Canada": { block: aws({ s3: GRA, s3api: "https://s3.bhs.io.cloud.ovh.net" }), says: "outside" },
  "a store of OVHcloud's in the United States": {
    block: aws({ s3: "https://s3.us-east-va.io.cloud.ovh.us" }, { region: "gra" }),
    says: "undecided",
  },
  "Amazon's own store in Frankfurt": { block: aws({ s3: "https://s3.eu-central-1.amazonaws.com" }), says: "outside" },
  "endpoints of other services alone": { block: aws({ s3control: GRA, sts: GRA, iam: GRA, dynamodb: GRA }), says: "outside" },
  "no endpoint": { block: { region: "eu-west-3" }, says: "outside" },
  "an endpoint by a variable": { block: aws({ s3: "${var.v}" }), says: "undecided" },
  "an endpoint that may be absent": { block: aws({ s3: `\${var.v ? "${GRA}" : null}` }), says: "outside" },
  "an endpoint by the environment of the policy": {
    block: { region: "gra" },
    policy: { environment: { AWS_ENDPOINT_URL_S3: GRA } },
    says: "inside",
  },
  "an endpoint by the environment of the policy, in Canada": {
    block: { region: "gra" },
    policy: { environment: { AWS_ENDPOINT_URL_S3: "https://s3.bhs.io.cloud.ovh.net" } },
    says: "outside",
  },
  "a region of the block's that the store would obey": { block: aws({ s3: IONOS }, { region: "us-central-1" }), says: "outside" },
  "a region of the bucket's that the store would obey": { block: aws({ s3: IONOS }), body: { region: "us-central-1" }, says: "outside" },
  "a region of the bucket's that the store has in the Union": {
    block: aws({ s3: IONOS }),
    body: { region: "eu-central-4" },
    says: "inside",
  },
  "Outscale's region in the United States, ordered in Paris": {
    block: aws({ s3: "https://oos.eu-west-2.outscale.com" }, { region: "us-east-2" }),
    says: "outside",
  },
  "a region of the bucket's that the store does not have": {
    block: aws({ s3: "https://s3.fr-par.scw.cloud" }, { region: "fr-par" }),
    body: { region: "us-east-1" },
    says: "undecided",
  },
  "a region of the bucket's that is the endpoint's": {
    block: aws({ s3: "https://s3.fr-par.scw.cloud" }, { region: "fr-par" }),
    body: { region: "fr-par" },
    says: "inside",
  },
  "a region of the block's that is a formality": { block: aws({ s3: IONOS }, { region: "us-east-1" }), says: "inside" },
  "a region of the block's that nobody knows": { block: aws({ s3: IONOS }, { region: "${var.v}" }), says: "undecided" },
  "addresses with the bucket in the path": { block: aws({ s3: GRA }, { s3_use_path_style: true }), says: "inside" },
  "an object": { block: aws({ s3: GRA }), type: "aws_s3_object", body: { key: "k" }, says: "inside" },
  "a copy to another bucket": { block: aws({ s3: GRA }), type: "aws_s3_object_copy", says: "undecided" },
  "replication to another bucket": { block: aws({ s3: GRA }), type: "aws_s3_bucket_replication_configuration", says: "undecided" },
  "tables of Amazon's about a bucket": { block: aws({ s3: GRA }), type: "aws_s3_bucket_metadata_configuration", says: "undecided" },
  "an account of Amazon's": { block: aws({ s3: GRA }), type: "aws_s3_account_public_access_block", says: "outside" },
  "a bucket of one of Amazon's zones": { block: aws({ s3: GRA }), type: "aws_s3_directory_bucket", says: "outside" },
  "a queue": { block: aws({ s3: GRA, sqs: GRA }), type: "aws_sqs_queue", says: "outside" },
};

const UPCLOUD = { minio_server: "abcde.upcloudobjects.com", minio_region: "europe-1", minio_ssl: true };

const MINIO: Readonly<Record<string, Case>> = {
  "a store in Gravelines": { block: { minio_server: "s3.gra.io.cloud.ovh.net", minio_region: "gra", minio_ssl: true }, says: "inside" },
  "a store in Canada": { block: { minio_server: "s3.bhs.io.cloud.ovh.net", minio_region: "gra", minio_ssl: true }, says: "outside" },
  "a region that the store would obey": {
    block: { minio_server: "s3.eu-central-3.ionoscloud.com", minio_region: "us-central-1", minio_ssl: true },
    says: "outside",
  },
  "a user of a store in Gravelines": {
    block: { minio_server: "s3.gra.io.cloud.ovh.net", minio_ssl: true },
    type: "minio_iam_user",
    says: "inside",
  },
  "what a group may do, in Canada": {
    block: { minio_server: "s3.bhs.io.cloud.ovh.net", minio_ssl: true },
    type: "minio_iam_group_policy",
    says: "outside",
  },
  "a key of a user of a store in Gravelines": {
    block: { minio_server: "s3.gra.io.cloud.ovh.net", minio_ssl: true },
    type: "minio_accesskey",
    body: { user: "u" },
    says: "inside",
  },
  "a key of a user of a store in Canada": {
    block: { minio_server: "s3.bhs.io.cloud.ovh.net", minio_ssl: true },
    type: "minio_accesskey",
    body: { user: "u" },
    says: "outside",
  },
  "when objects in Gravelines go": {
    block: { minio_server: "s3.gra.io.cloud.ovh.net", minio_ssl: true },
    type: "minio_ilm_policy",
    body: { rule: [{ id: "week", expiration: "7d" }] },
    says: "inside",
  },
  "another store that objects go to": {
    block: { minio_server: "s3.gra.io.cloud.ovh.net", minio_ssl: true },
    type: "minio_ilm_tier",
    says: "undecided",
  },
  "objects that are copied to another store once more": {
    block: { minio_server: "s3.gra.io.cloud.ovh.net", minio_ssl: true },
    type: "minio_s3_bucket_replication_resync",
    says: "undecided",
  },
  "whom a store in Gravelines asks to log people in": {
    block: { minio_server: "s3.gra.io.cloud.ovh.net", minio_ssl: true },
    type: "minio_iam_idp_openid",
    says: "undecided",
  },
  "a store of nobody's": { block: { minio_server: "minio.example.org:9000", minio_ssl: true }, says: "undecided" },
  "no store": { block: { minio_ssl: true }, says: "undecided" },
  "a store whose address says no place": { block: UPCLOUD, says: "undecided" },
  "that store, where the policy says where it is": {
    block: UPCLOUD,
    policy: { located: { "abcde.upcloudobjects.com": "upcloud:fi-hel1" } },
    says: "inside",
  },
  "that store, where the policy says that it is in London": {
    block: UPCLOUD,
    policy: { located: { "abcde.upcloudobjects.com": "upcloud:uk-lon1" } },
    says: "outside",
  },
  "that store, which the policy puts at another operator": {
    block: UPCLOUD,
    policy: { located: { "abcde.upcloudobjects.com": "ovh:GRA11" } },
    says: "undecided",
  },
  "another store than the one that the policy says": {
    block: UPCLOUD,
    policy: { located: { "bcdea.upcloudobjects.com": "upcloud:fi-hel1" } },
    says: "undecided",
  },
  "a store in Canada, which no policy moves": {
    block: { minio_server: "s3.bhs.io.cloud.ovh.net", minio_ssl: true },
    policy: { located: { "s3.bhs.io.cloud.ovh.net": "ovh:GRA11" } },
    says: "outside",
  },
};

function said(local: string, source: string, { block, type, body, policy = {} }: Case, usual: string): string | undefined {
  const kind = type ?? usual;
  const document: Document = {
    terraform: { required_providers: { [local]: { source } } },
    variable: { v: {} },
    provider: { [local]: [block] },
    resource: { [kind]: { r: { bucket: "b", ...body } } },
  };
  return verdictOf(judged(document, definePolicy(policy), RULES), `${kind}.r`);
}

describe("a client of object storage", () => {
  it.each(Object.entries(AWS))("hashicorp/aws: %s", (_, one) => {
    expect(said("aws", "hashicorp/aws", one, "aws_s3_bucket")).toBe(one.says);
  });

  it.each(Object.entries(MINIO))("aminueza/minio: %s", (_, one) => {
    expect(said("minio", "aminueza/minio", one, "minio_s3_bucket")).toBe(one.says);
  });

  const block = (local: string, source: string, body: Document): string | undefined =>
    verdictOf(
      judged({ terraform: { required_providers: { [local]: { source } } }, provider: { [local]: [body] } as Json }, undefined, {
        rules: ["jurisdiction/endpoint"],
      }),
      `provider.${local}`,
    );

  it.each([
    ["encrypted", true, "inside"],
    ["in clear", false, "outside"],
    ["in clear by silence", undefined, "outside"],
  ] as const)("is called %s", (_, minio_ssl, says) => {
    const body = { minio_server: "s3.gra.io.cloud.ovh.net", ...(minio_ssl !== undefined && { minio_ssl }) };
    expect(block("minio", "aminueza/minio", body)).toBe(says);
  });

  it.each([
    ["Amazon beside a store in Gravelines", { s3: GRA, sts: "https://sts.amazonaws.com" }, "outside"],
    ["a host that nobody knows", { s3: GRA, iam: "https://iam.example.com" }, "undecided"],
    ["whoever a variable says", { s3: GRA, sts: "${var.v}" }, "undecided"],
    ["the same store", { s3: GRA, s3control: GRA, sts: GRA }, "inside"],
  ] as const)("asks for rights of %s", (_, endpoints, says) => {
    expect(block("aws", "hashicorp/aws", aws(endpoints))).toBe(says);
  });

  it.each([
    ["a proxy in Gravelines", { https_proxy: GRA }, "inside"],
    ["a proxy in Canada", { http_proxy: "https://s3.bhs.io.cloud.ovh.net" }, "outside"],
    ["a proxy that nobody knows", { https_proxy: "http://user:secret@proxy.acme.example:3128" }, "undecided"],
  ] as const)("calls through %s", (_, proxy, says) => {
    expect(block("aws", "hashicorp/aws", aws({ s3: GRA }, proxy))).toBe(says);
  });

  it("asks no company of its own for rights", () => {
    expect(block("aws", "hashicorp/aws", aws({ s3: GRA }))).toBe("inside");
    expect(block("aws", "hashicorp/aws", aws({ s3: GRA }, { assume_role: [{ role_arn: "arn:aws:iam::1:role/r" }] }))).toBe("outside");
  });

  it("renders a document in the engine", () => {
    const document: Document = {
      terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
      provider: { aws: [aws({ s3: GRA })] },
      data: {
        aws_iam_policy_document: { d: { statement: [{ actions: ["s3:GetObject"], resources: ["*"] }] } },
        aws_caller_identity: { c: {} },
      },
    };
    const report = judged(document, undefined, { rules: ["jurisdiction", "residency"] });
    expect(verdictOf(report, "data.aws_caller_identity.c")).toBe("outside");
    expect(verdictOf(report, "data.aws_iam_policy_document.d")).not.toBe("outside");
    expect(verdictOf(report, "data.aws_iam_policy_document.d")).not.toBe("undecided");
  });
});
