import { describe, expect, it } from "vitest";
import { defaultPolicy, judge } from "../../guard/index.ts";
import { readFolderOfCode } from "../../guard/views/folder.ts";
import { engines } from "../rehearsal/real-engines.ts";
import { bucket, checked, HEAD, isStatic, type Verdicts, verdictsOf } from "./stood-in.ts";
import { folderWith } from "./terroir.ts";

/** A text as none but an engine computes it. */
const onlyByEngine = (text: string): string => `formatdate("'${text}'", "2026-01-01T00:00:00Z")`;

/** Each would be known if it were known what such a type says, or that it says nothing of the kind. */
const GUESSES: readonly string[] = [
  "ovh_cloud_project_storage2.n.region",
  'lookup(ovh_cloud_project_storage2.n, "nothing", "GRA")',
  'try(ovh_cloud_project_storage2.n.nothing, "GRA")',
  'contains(keys(ovh_cloud_project_storage2.n), "region") ? "BHS" : "GRA"',
  'coalesce(data.ovh_places.all.first, "GRA")',
  'try(data.ovh_places.all.nothing, "GRA")',
  'length(data.ovh_places.all) > 1000 ? "BHS" : "GRA"',
  'lookup(terraform_data.t.input, "region", "GRA")',
  "local.guess",
  'try(hcloud_server.strange.nothing, "GRA")',
  'try(module.dns.place.nothing, "GRA")',
];

/** Types of known providers that no schema has: one that looks like another, one of another provider's name, questions, and what is imported. */
const CODE = `${HEAD}
variable "zones" { default = ["a", "b"] }
resource "ovh_cloud_project_storage2" "n" {
  service_name = "0123456789abcdef0123456789abcdef"
  region_name  = "GRA"
  rule {
    value = "x"
    deep { x = 1 }
  }
  lifecycle { ignore_changes = [rule] }
  provisioner "local-exec" { command = "echo \${self.id}" }
}
resource "ovh_cloud_project_storage2" "away" { region_name = "BHS" }
resource "ovh_cloud_project_storage2" "each" {
  for_each    = toset(var.zones)
  region_name = each.key
  of          = ovh_cloud_project_storage2.n.rule[0].value
}
data "ovh_places" "all" {
  filter { name = "x" }
}
resource "hcloud_server" "strange" {
  provider = ovh
  location = "fsn1"
}
resource "hcloud_server" "plain" {
  name        = data.ovh_places.all.first
  server_type = "cx22"
  image       = "debian-12"
  location    = ${onlyByEngine("fsn1")}
  public_net {
    ipv4_enabled = false
    ipv6_enabled = false
  }
}
resource "cloudflare_record" "www" { zone_id = ovh_cloud_project_storage2.n.id }
import {
  to = ovh_cloud_project_storage2.away
  id = "x/y"
}
locals { guess = lookup(local.whole, "region", "GRA") }
locals { whole = ovh_cloud_project_storage2.n }
resource "terraform_data" "t" { input = ovh_cloud_project_storage2.n }
module "dns" { source = "./dns" }
${bucket("computed", onlyByEngine("GRA"))}
${bucket("outside", onlyByEngine("BHS"))}
${GUESSES.map((guess, i) => bucket(`g${i}`, guess)).join("")}
`;

const MODULE = `data "ovh_places" "in" {
  for_each = toset(["x"])
  name = "x"
}
resource "ovh_thing" "in" { zone = data.ovh_places.in["x"].id }
output "place" { value = ovh_thing.in }
`;

describe.each(engines)("with %s", (_, { kind, path }) => {
  const asWritten = (folder: string): Verdicts => verdictsOf(judge([readFolderOfCode(folder, kind)], defaultPolicy));

  it("plans a folder with types that no schema has, and knows nothing that follows from them", () => {
    const folder = folderWith({ "main.tf": CODE, "dns/main.tf": MODULE });
    const { verdicts, unseen } = checked(folder, path);
    const plain = asWritten(folder);
    expect(unseen.filter((one) => one.startsWith("what")).map((one) => one.slice(0, one.indexOf(", so that")))).toEqual([
      "what cloudflare/cloudflare, registry.acme.example/acme/cloud would say: the rehearsal has no simulation of it",
      "what data.ovh_places, hcloud_server, ovh_cloud_project_storage2 would say: the rehearsal's release of ovh/ovh has no such type",
      // The module does not say whose `ovh` is.
      "what data.ovh_places, ovh_thing would say: the rehearsal's release of hashicorp/ovh has no such type",
    ]);
    expect(isStatic(unseen)).toBe(false);
    // What the engine alone computes is known.
    const computed = ["ovh_cloud_project_storage.computed", "ovh_cloud_project_storage.outside", "hcloud_server.plain"];
    expect(computed.map((address) => verdicts[address])).toEqual(["inside", "outside", "inside"]);
    expect(computed.map((address) => plain[address])).toEqual(["undecided", "undecided", "undecided"]);
    // Everything else is what it was. Only a plan shows a call of a module that was read, and the engine's own provider.
    const others = (all: Verdicts): Verdicts =>
      Object.fromEntries(
        Object.entries(all).filter(
          ([address]) => !/^(?:ovh_cloud_project_storage\.|hcloud_server\.plain|module\.dns$|provider\.terraform$)/.test(address),
        ),
      );
    expect(others(verdicts)).toEqual(others(plain));
    const places = (all: Verdicts) => GUESSES.map((guess, i) => [guess, all[`ovh_cloud_project_storage.g${i}`]]);
    expect(places(verdicts)).toEqual(places(plain));
    expect(GUESSES.filter((_, i) => verdicts[`ovh_cloud_project_storage.g${i}`] === "inside")).toEqual([]);
  });

  it("answers what it did without stand-ins where an engine does not get through with them", () => {
    const newer = 'resource "ovh_newer" "n" { list = ["a", "b"] }\n';
    const head = HEAD.replace(/^ *(?:cloudflare|acme) .*\n/gm, "");
    const folder = folderWith({ "main.tf": `${head}${newer}${bucket("b", "one([for x in [1, 2] : ovh_newer.n.place])")}` });
    const { verdicts, unseen } = checked(folder, path);
    expect(verdicts).toEqual(asWritten(folder));
    expect(unseen.join()).toMatch(
      /With stand-ins .* the engine says: Invalid function argument .* Invalid resource type \(main\.tf line \d+\)/,
    );
  });
});
