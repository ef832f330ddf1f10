import { describe, expect, it } from "vitest";
import { defaultPolicy, judge } from "../../guard/index.ts";
import { readFolderOfCode } from "../../guard/views/folder.ts";
import { engines } from "../rehearsal/real-engines.ts";
import { bucket, checked, HEAD, isStatic, type Verdicts, verdictsOf } from "./stood-in.ts";
import { folderWith } from "./terroir.ts";

/** Whatever real code has of a provider: aliases, blocks in blocks, dynamic and labelled ones, data sources, checks, imports, modules. */
const CODE = `${HEAD}
provider "cloudflare" {
  api_token = "x"
  retry {
    max = 3
    backoff { seconds = 2 }
  }
}
provider "cloudflare" {
  alias = "second"
}
ephemeral "cloudflare_token" "short" {
  name = "x"
  scope {
    zone = "a"
  }
}
provider "cloudflare" {
  alias     = "third"
  api_token = ephemeral.cloudflare_token.short.value
}
variable "zones" { default = ["a", "b"] }
data "cloudflare_zone" "main" {
  name = "example.com"
}
data "cloudflare_zones" "all" {
  filter {
    name = "example.com"
  }
}
resource "cloudflare_record" "www" {
  for_each = toset(var.zones)
  zone_id  = data.cloudflare_zone.main.id
  name     = each.key
  data {
    service = "x"
    target  = data.cloudflare_zones.all.zones[0].id
  }
  dynamic "rule" {
    for_each = var.zones
    content {
      value = rule.value
      deep { x = 1 }
    }
  }
  lifecycle { ignore_changes = [name] }
  provisioner "local-exec" { command = "echo \${self.id}" }
}
resource "cloudflare_record" "second" {
  provider = cloudflare.second
  zone_id  = cloudflare_record.www["a"].zone_id
  value    = cloudflare_record.www["b"].data[0].target
  secret_wo = "x"
}
resource "cloudflare_record" "taken" {
  name = "taken"
  data { service = "y" }
}
import {
  to = cloudflare_record.taken
  id = "zone/record"
}
moved {
  from = cloudflare_record.old
  to   = cloudflare_record.taken
}
check "there" {
  data "cloudflare_zone" "asked" {
    name = "example.com"
  }
  assert {
    condition     = data.cloudflare_zone.asked.status == "active"
    error_message = "no"
  }
}
resource "acme_thing" "x" {
  for_each = cloudflare_record.www
  of       = each.value.hostname
  all      = [for r in cloudflare_record.www : r.metadata.tags[0]]
}
resource "nobody_thing" "x" {}
module "dns" {
  source    = "./modules/dns"
  providers = { cloudflare = cloudflare.second }
  region    = "GRA"
}
output "zone" { value = module.dns.zone }
output "made" { value = provider::acme::make(1, "x") }
${bucket("plain", '"GRA"')}
${bucket("computed", 'element(["GRA"], length(sha256("x")))')}
${bucket("away", 'element(["BHS"], length(sha256("x")))')}
`;

const MODULE = `terraform {
  required_providers {
    ovh        = { source = "ovh/ovh" }
    cloudflare = { source = "cloudflare/cloudflare" }
  }
}
variable "region" {}
data "cloudflare_zone" "in" {
  for_each = toset(["x"])
  name = "example.com"
}
resource "cloudflare_record" "in" {
  zone_id = data.cloudflare_zone.in["x"].id
  content = file("\${path.module}/../text")
}
output "zone" { value = data.cloudflare_zone.in["x"].zone_id }
${bucket("in", 'element([var.region], length(sha256("x")))')}
`;

/** Each would be known if it were known what the provider says, or that it says nothing of the kind. */
const GUESSES: readonly string[] = [
  "cloudflare_record.x.region",
  'lookup(cloudflare_record.x, "region", "GRA")',
  'try(cloudflare_record.x.nothing, "GRA")',
  'can({ for k, v in cloudflare_record.x : k => v }["nothing"]) ? "BHS" : "GRA"',
  'merge({ where = "GRA" }, cloudflare_record.x)["where"]',
  'contains(keys(cloudflare_record.x), "region") ? "BHS" : "GRA"',
  'length(cloudflare_record.x) > 1000 ? "BHS" : "GRA"',
  'coalesce(cloudflare_record.x.location, "GRA")',
  'lookup(data.cloudflare_zone.x, "region", "GRA")',
  'try(data.cloudflare_zone.x.nothing, "GRA")',
  'startswith(jsonencode(cloudflare_record.x), "{") ? "GRA" : "BHS"',
  'element([for k, v in cloudflare_record.x : "GRA" if k == "nothing"], 0)',
  "local.guess",
  'lookup(terraform_data.t.input, "region", "GRA")',
  'terraform_data.n.input > 3 ? "BHS" : "GRA"',
  "module.m.region",
];

/** These follow from what is written, and are read so without a plan too. */
const FOLLOWED: readonly string[] = [
  'length(cloudflare_record.x.list) > 0 ? "BHS" : "GRA"',
  'cloudflare_record.x.name == "x" ? "GRA" : "BHS"',
  'data.cloudflare_zone.x.name == "y" ? "GRA" : "BHS"',
];

const CALLED = 'variable "r" {}\noutput "region" { value = lookup(var.r, "region", "GRA") }\n';

const GUESSED = `${HEAD}
resource "cloudflare_record" "x" {
  name = "x"
  list = []
}
data "cloudflare_zone" "x" { name = "x" }
locals { guess = lookup(local.whole, "region", "GRA") }
locals { whole = cloudflare_record.x }
resource "terraform_data" "t" { input = cloudflare_record.x }
resource "terraform_data" "n" { input = length(keys(cloudflare_record.x)) }
module "m" {
  source = "./m"
  r      = cloudflare_record.x
}
${[...GUESSES, ...FOLLOWED].map((guess, i) => bucket(`g${i}`, guess)).join("")}
`;

describe.each(engines)("with %s", (_, { kind, path }) => {
  const asWritten = (folder: string): Verdicts => verdictsOf(judge([readFolderOfCode(folder, kind)], defaultPolicy));

  it("plans a folder with providers that nobody simulates, and takes what they make from the code", () => {
    const folder = folderWith({ "main.tf": CODE, "modules/dns/main.tf": MODULE, "modules/text": "x" });
    const { verdicts, unseen } = checked(folder, path);
    expect(isStatic(unseen)).toBe(false);
    // What the engine alone computes is known.
    const buckets = ["plain", "computed", "away", "in"].map(
      (name) => verdicts[`${name === "in" ? "module.dns." : ""}ovh_cloud_project_storage.${name}`],
    );
    expect(buckets).toEqual(["inside", "inside", "outside", "inside"]);
    // Everything else is what it was. Only a plan shows a call of a module that was read.
    const others = (all: Verdicts): Verdicts =>
      Object.fromEntries(Object.entries(all).filter(([address]) => !/ovh/.test(address) && address !== "module.dns"));
    expect(others(verdicts)).toEqual(others(asWritten(folder)));
    expect(unseen.at(-1)).toMatch(/^what cloudflare\/cloudflare, hashicorp\/nobody, registry\.acme\.example\/acme\/cloud would say/);
  });

  it("knows nothing that follows from what such a provider says, or does not say", () => {
    const folder = folderWith({ "main.tf": GUESSED, "m/main.tf": CALLED });
    const { verdicts, unseen } = checked(folder, path);
    expect(isStatic(unseen)).toBe(false);
    const places = (all: Verdicts) => [...GUESSES, ...FOLLOWED].map((guess, i) => [guess, all[`ovh_cloud_project_storage.g${i}`]]);
    expect(places(verdicts)).toEqual(places(asWritten(folder)));
    expect(GUESSES.filter((_, i) => verdicts[`ovh_cloud_project_storage.g${i}`] === "inside")).toEqual([]);
  });
});
