import type { Operator } from "./operator.ts";
import { unread } from "./sourced.ts";

const seen = "2026-11-28";

function company(id: string, name: string, page: string): Operator {
  return {
    id,
    name,
    seat: { country: "US", ...unread(page, seen) },
    control: { by: name, country: "US", ...unread(page, seen) },
    laws: ["us-cloud-act"],
  };
}

/** Companies whose services have Terraform providers and no regions of a cloud. Known so that a refusal can name them. */
export const OPERATORS_SOFTWARE: readonly Operator[] = [
  company("atlassian", "Atlassian Corporation", "https://www.atlassian.com/company"),
  company("cisco", "Cisco Systems, Inc.", "https://www.cisco.com/site/us/en/about/index.html"),
  company("confluent", "Confluent, Inc.", "https://www.confluent.io/about/"),
  company("databricks", "Databricks, Inc.", "https://www.databricks.com/company/about-us"),
  company("dynatrace", "Dynatrace, Inc.", "https://www.dynatrace.com/company/"),
  company("fastly", "Fastly, Inc.", "https://www.fastly.com/about"),
  company("gitlab", "GitLab Inc.", "https://about.gitlab.com/company/"),
  company("grafana-labs", "Grafana Labs (Raintank, Inc.)", "https://grafana.com/about/team/"),
  company("newrelic", "New Relic, Inc.", "https://newrelic.com/about"),
  company("okta", "Okta, Inc.", "https://www.okta.com/company/"),
  company("pagerduty", "PagerDuty, Inc.", "https://www.pagerduty.com/company/"),
  {
    ...company("pulumi", "Pulumi Corporation", "https://www.pulumi.com/about/"),
    seat: { country: "US", source: "https://www.pulumi.com/terms-and-conditions/", seen },
  },
  company("salesforce", "Salesforce, Inc.", "https://www.salesforce.com/company/"),
  company("vercel", "Vercel Inc.", "https://vercel.com/about"),
];
