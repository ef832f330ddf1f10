import { join } from "node:path";
import { expect, it } from "vitest";
import { located } from "../../../cli/code/located.ts";
import { definePolicy, judge } from "../../../guard/index.ts";
import { readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "../terroir.ts";

const MAIN = `terraform {
  required_providers {
    ovh = { source = "ovh/ovh" }
    aws = { source = "hashicorp/aws" }
  }
  backend "local" {}
}
provider "ovh" {
  alias    = "us"
  endpoint = "ovh-us"
}
provider "ovh" { endpoint = "ovh-eu" }
provider "aws" { region = "eu-west-3" }
/* Two lines,
   and a block. */
resource "ovh_cloud_project_storage" "plain" {
  service_name = "abc"
  name         = "a"

  region_name = "BHS"
  encryption = {
    sse_algorithm = "plaintext"
  }
}
resource "ovh_cloud_project_database" "open" {
  engine = "postgresql"
  nodes { region = "GRA" }
  nodes {
    region = "BHS"
  }
  ip_restrictions { ip = "10.0.0.0/8" }
  dynamic "ip_restrictions" {
    for_each = ["0.0.0.0/0"]
    content { ip = ip_restrictions.value }
  }
}
resource "ovh_cloud_project_storage" "overridden" {
  region_name = "GRA"
}
resource "terraform_data" "runs" {
  provisioner "local-exec" { command = "true" }
}
module "below" {
  for_each = toset(["a.b", "c"])
  source   = "./below"
}
module "elsewhere" { source = "git::https://example.com/shop.git" }
`;
const folder = folderWith({
  "main.tf": MAIN,
  "below/main.tf": '\nresource "ovh_cloud_project_storage" "deep" {\n  region_name = "BHS"\n}\n',
  "z_override.tf": 'resource "ovh_cloud_project_storage" "overridden" {\n  region_name = "BHS"\n}\n',
  "as.tf.json": '{ "resource": { "ovh_cloud_project_storage": { "json": { "region_name": "BHS" } } } }',
});
const report = located(judge([readFolderOfCode(folder)], definePolicy({ name: "test" })));

const lineOf = (rule: string, address: string): string | null | undefined => {
  const found = report.findings.find((one) => one.rule === rule && one.address === address);
  return found && (found.source === null ? null : `${found.source.file.slice(folder.length + 1)}:${found.source.line}`);
};

it.each<[string, string, string, string | null]>([
  ["an attribute", "residency/region", "ovh_cloud_project_storage.plain", "main.tf:20"],
  ["an attribute in an object", "encryption/at-rest", "ovh_cloud_project_storage.plain", "main.tf:22"],
  ["the second block of its name", "residency/region", "ovh_cloud_project_database.open", "main.tf:29"],
  ["the override that counts", "residency/region", "ovh_cloud_project_storage.overridden", "z_override.tf:2"],
  ["the block, where the attribute is not written", "encryption/at-rest", "ovh_cloud_project_storage.overridden", "main.tf:37"],
  [
    "a module in a folder, whose instances have keys",
    "residency/region",
    'module.below["a.b"].ovh_cloud_project_storage.deep',
    "below/main.tf:3",
  ],
  ["a call", "execution/opaque", "module.elsewhere", "main.tf:47"],
  ["a provider with an alias", "jurisdiction/operator", "provider.ovh.us", "main.tf:8"],
  ["a provider without", "jurisdiction/operator", "provider.aws", "main.tf:13"],
  ["a backend", "state/backend", "terraform.backend.local", "main.tf:6"],
  ["a provisioner", "execution/provisioner", "terraform_data.runs.provisioner.local-exec", "main.tf:41"],
  ["no line of JSON, which has no blocks", "residency/region", "ovh_cloud_project_storage.json", null],
])("a refusal of code names the line of %s", (_, rule, address, expected) => {
  expect(lineOf(rule, address)).toBe(expected);
});

it("leaves what has a line, and what no folder of code has, as it is", () => {
  const document = { ...report, views: report.views.map((view) => ({ ...view, view: "plan" as const })) };
  expect(located(document)).toEqual(document);
  const source = { file: join(folder, "main.ts"), line: 1 };
  const known = { ...report, findings: report.findings.map((one) => ({ ...one, source })) };
  expect(located(known)).toEqual(known);
});
