import type { OtherProvider } from "./provider.ts";
import { AWS_S3, AWS_SENDERS, MINIO } from "./providers-s3.ts";
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
  "auth0/auth0": "okta",
  "confluentinc/confluent": "confluent",
  "databricks/databricks": "databricks",
  "dynatrace-oss/dynatrace": "dynatrace",
  "fastly/fastly": "fastly",
  "hashicorp/azuredevops": "microsoft",
  "heroku/heroku": "salesforce",
  "newrelic/newrelic": "newrelic",
  "okta/okta": "okta",
  "opsgenie/opsgenie": "atlassian",
  "pagerduty/pagerduty": "pagerduty",
  "pulumi/pulumiservice": "pulumi",
  "splunk/splunk": "cisco",
  "vercel/vercel": "vercel",
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
