import type { OtherProvider } from "./provider.ts";
import { unread } from "./sourced.ts";

const seen = "2026-11-23";

/** Source address → the operator that answers. */
const FOREIGN: Readonly<Record<string, string>> = {
  "hashicorp/aws": "aws",
  "hashicorp/awscc": "aws",
  "hashicorp/azurerm": "microsoft",
  "hashicorp/azuread": "microsoft",
  "hashicorp/azurestack": "microsoft",
  "azure/azapi": "microsoft",
  "microsoft/azuredevops": "microsoft",
  "integrations/github": "github",
  "hashicorp/github": "github",
  "hashicorp/google": "google",
  "hashicorp/google-beta": "google",
  "hashicorp/googleworkspace": "google",
  "oracle/oci": "oracle",
  "hashicorp/oci": "oracle",
  "ibm-cloud/ibm": "ibm",
  "digitalocean/digitalocean": "digitalocean",
  "linode/linode": "akamai",
  "akamai/akamai": "akamai",
  "cloudflare/cloudflare": "cloudflare",
  "vultr/vultr": "vultr",
  "backblaze/b2": "backblaze",
  "aliyun/alicloud": "alibaba",
  "hashicorp/alicloud": "alibaba",
  "tencentcloudstack/tencentcloud": "tencent",
  "huaweicloud/huaweicloud": "huawei",
  "volcengine/volcengine": "volcengine",
  "hashicorp/tfe": "hashicorp",
  "hashicorp/hcp": "hashicorp",
  "datadog/datadog": "datadog",
  "mongodb/mongodbatlas": "mongodb",
  "snowflake-labs/snowflake": "snowflake",
  "snowflakedb/snowflake": "snowflake",
  "equinix/equinix": "equinix",
};

/** What of the AWS provider speaks S3 and nothing else: with an address of its own, those types are under whoever answers there. */
const AWS_S3 = {
  endpoint: ["endpoints[].s3"],
  env: ["AWS_ENDPOINT_URL_S3", "AWS_S3_ENDPOINT", "AWS_ENDPOINT_URL"],
  types: ["aws_s3_bucket", "aws_s3_object", "aws_s3_objects"],
  sends: ["replication_configuration[].rules[].destination[].bucket", "logging[].target_bucket"],
} as const;

/** Types of the S3 protocol whose whole purpose is to send elsewhere. */
function senders(...types: readonly string[]): OtherProvider["resources"] {
  const because =
    "It sends what a bucket holds, or what happens in it, to another bucket, queue or function, whose name says nothing of the place.";
  return Object.fromEntries(types.map((type) => [type, { by: "opaque", because }]));
}

const AWS_SENDERS = senders(
  "aws_s3_bucket_analytics_configuration",
  "aws_s3_bucket_inventory",
  "aws_s3_bucket_logging",
  "aws_s3_bucket_metric",
  "aws_s3_bucket_notification",
  "aws_s3_bucket_replication_configuration",
  "aws_s3_object_copy",
);

const MINIO: OtherProvider = {
  kind: "opaque",
  because: "It speaks to whatever object storage its address names.",
  resources: senders("minio_s3_bucket_notification", "minio_s3_bucket_replication"),
  dataSources: {},
  s3: { endpoint: ["minio_server"], env: ["MINIO_ENDPOINT"], types: ["minio_s3_bucket", "minio_s3_object"], sends: [] },
  ...unread("https://registry.terraform.io/providers/aminueza/minio/latest/docs", seen),
};

/** Providers of other companies' clouds: refused by operator, wherever their regions are. */
export const FOREIGN_PROVIDERS: Readonly<Record<string, OtherProvider>> = {
  ...Object.fromEntries(
    Object.entries(FOREIGN).map(([name, operator]): [string, OtherProvider] => [
      name,
      {
        kind: "foreign",
        operator,
        because: `It speaks to the cloud of ${operator}.`,
        resources: {},
        dataSources: {},
        ...unread(`https://registry.terraform.io/providers/${name}/latest/docs`, seen),
        ...(name === "hashicorp/aws" && { s3: AWS_S3, resources: AWS_SENDERS }),
      },
    ]),
  ),
  "aminueza/minio": MINIO,
};
