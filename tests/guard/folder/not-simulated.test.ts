import { describe, expect, it } from "vitest";
import { besidePlan, notSimulatedIn, readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const head =
  'terraform {\n  required_providers {\n    hcloud = { source = "hetznercloud/hcloud" }\n    acme = { source = "acme/acme" }\n  }\n}\n';
const server = (more: string): string => `resource "hcloud_server" "s" {\n  ${more}\n}\n`;
const thing = 'resource "acme_thing" "t" {\n  name = "x"\n}\n';

/** A cloud's provider with two types. */
const KNOWN: ReadonlySet<string> = new Set(["resource.hcloud_server", "data.hcloud_image"]);
const found = (files: Readonly<Record<string, string>>) =>
  notSimulatedIn(
    readFolderOfCode(folderWith(files), "terraform"),
    (address, type) => address === "hetznercloud/hcloud" && (type === undefined || KNOWN.has(type)),
  );
const typesOf = (code: string): readonly string[] | undefined => {
  const types = found({ "main.tf": head + code })?.types;
  return types && [...types];
};

describe("which providers nobody simulates", () => {
  it.each<[string, string, readonly string[] | undefined]>([
    ["one, with its types", thing + server('location = "fsn1"'), ["acme_thing"]],
    ["one by the name of its types alone", `resource "other_thing" "t" {}\n${server("")}`, ["other_thing"]],
    ["one that is only required", server(""), []],
    ["one whose data source is asked", `data "acme_thing" "t" {}\n${server("location = data.acme_thing.t.x")}`, ["acme_thing"]],
    [
      "one that has another's name for itself",
      `terraform {\n  required_providers {\n    ovh = { source = "evil/ovh" }\n  }\n}\nresource "ovh_cloud_project_storage" "t" {}\n`,
      ["ovh_cloud_project_storage"],
    ],
    ["the engine's own is none of them", `resource "terraform_data" "t" {}\n${thing}`, ["acme_thing"]],
  ])("%s", (_, code, types) => {
    expect(typesOf(code)).toEqual(types);
  });

  it.each<[string, string]>([
    ["decides how many there are of another's", thing + server("count = length(acme_thing.t.list)")],
    ["does so by a local", `${thing}locals {\n  n = { for k, v in acme_thing.t : k => v }\n}\n${server("for_each = local.n")}`],
    [
      "does so by what another's is made of",
      `${thing}resource "terraform_data" "d" {\n  input = acme_thing.t\n}\n${server("for_each = terraform_data.d.output")}`,
    ],
    ["is asked for what is imported", `${thing}${server("")}import {\n  to = hcloud_server.s\n  id = acme_thing.t.id\n}\n`],
    ["stands beside a module that was not read", `${thing}module "m" {\n  source = "acme/net/acme"\n}\n`],
    ["stands beside what nobody knows", `${thing}stranger "x" {}\n`],
    ["may be anybody", `${thing}resource "hcloud_server" "s" {\n  provider = lookup(acme, "x")\n}\n`],
  ])("nothing stands in for one that %s", (_, code) => {
    expect(typesOf(code)).toBeUndefined();
  });

  it("nor for one that decides how often a module is made", () => {
    const files = {
      "main.tf": `${head}${thing}module "m" {\n  source = "./m"\n  for_each = acme_thing.t.all\n}\n`,
      "m/main.tf": `${head}${server("")}`,
    };
    expect(found(files)).toBeUndefined();
    expect(found({ ...files, "m/main.tf": `${head}${thing}` })).toBeDefined();
  });
});

const zone = 'resource "hcloud_zone" "z" {\n  location = "ash"\n}\n';

describe("which types a simulated provider does not have", () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ["one beside what it has", zone + server(""), ["resource.hcloud_zone"], ["hcloud_zone"]],
    ["one that looks like what it has", `resource "hcloud_server2" "s" {}\n${server("")}`, ["resource.hcloud_server2"], ["hcloud_server2"]],
    ["a question of a resource's name", `data "hcloud_server" "s" {}\n${server("")}`, ["data.hcloud_server"], ["hcloud_server"]],
    [
      "a resource of a question's name",
      `resource "hcloud_image" "i" {}\ndata "hcloud_image" "i" {}\n`,
      ["resource.hcloud_image"],
      ["hcloud_image"],
    ],
    ["something opened", `ephemeral "hcloud_image" "t" {}\n${server("")}`, ["ephemeral.hcloud_image"], ["hcloud_image"]],
    ["another's under it", `resource "acme_thing" "t" {\n  provider = hcloud\n}\n`, ["resource.acme_thing"], ["acme_thing"]],
    ["one that is imported", `${zone}import {\n  to = hcloud_zone.z\n  id = "x"\n}\n`, ["resource.hcloud_zone"], ["hcloud_zone"]],
    ["its own under another is the other's", `resource "hcloud_server" "s" {\n  provider = acme\n}\n`, [], ["hcloud_server"]],
  ])("%s", (_, code, newer, types) => {
    const answer = found({ "main.tf": head + code });
    expect([...(answer?.newer.get("hetznercloud/hcloud") ?? [])]).toEqual(newer);
    expect([...(answer?.types ?? [])]).toEqual(types);
    // Of the provider itself the plan says what it is.
    expect([...(answer?.sources ?? [])]).not.toContain("hetznercloud/hcloud");
  });

  it.each<[string, string]>([
    ["decides how many there are of another", server("count = length(hcloud_zone.z.list)")],
    ["may by the whole of it", server("for_each = { for k, v in hcloud_zone.z : k => v }")],
    ["decides what is imported", `${server("")}import {\n  to = hcloud_server.s\n  id = hcloud_zone.z.id\n}\n`],
  ])("nothing stands in for one that %s", (_, code) => {
    expect(found({ "main.tf": head + zone + code })).toBeUndefined();
  });

  it("and whose plan counts for nothing, while the provider's block and its other types stay the plan's", () => {
    const code = readFolderOfCode(folderWith({ "main.tf": `${head}provider "hcloud" {}\n${zone}${server("")}` }), "terraform");
    const planned = readFolderOfCode(
      folderWith({ "main.tf": `${head}provider "hcloud" {}\n${zone.replace("ash", "fsn1")}${server('location = "fsn1"')}` }),
      "terraform",
    );
    const types = new Set(["hcloud_zone"]);
    const newer = new Map([["hetznercloud/hcloud", new Set(["resource.hcloud_zone"])]]);
    const together = besidePlan(planned, code, { sources: new Set(), newer, types });
    expect(together.find("hcloud_zone.z")).toBe(code.find("hcloud_zone.z"));
    const all = [...together.subjects];
    expect(all.filter(({ address }) => address === "hcloud_zone.z")).toEqual([code.find("hcloud_zone.z")]);
    expect(all).toContain(planned.find("provider.hcloud"));
    expect(together.find("hcloud_server.s")?.read("location")[0]?.value).toMatchObject({ kind: "known", value: "fsn1" });
  });
});

const reaches = (code: string, path = "location"): boolean | undefined =>
  readFolderOfCode(
    folderWith({ "main.tf": head + thing + code, "m/main.tf": 'variable "in" {}\noutput "out" {\n  value = var.in\n}\n' }),
    "terraform",
  )
    .find("hcloud_server.s")
    ?.reaches?.(new Set(["acme_thing"]), path);

it.each<[string, string, boolean]>([
  ["a literal", server('location = "fsn1"'), false],
  ["a variable that nobody gives", `variable "v" {}\n${server("location = var.v")}`, false],
  ["an attribute", server("location = acme_thing.t.x"), true],
  ["the whole of it", server('location = lookup(acme_thing.t, "x", "fsn1")'), true],
  ["its long name", server("location = resource.acme_thing.t.x"), true],
  ["a condition", server('location = acme_thing.t.x == "" ? "fsn1" : "hel1"'), true],
  ["a local of a local", `locals {\n  a = local.b\n  b = acme_thing.t.x\n}\n${server("location = local.a")}`, true],
  ["a local beside it", `locals {\n  a = "fsn1"\n  b = acme_thing.t.x\n}\n${server("location = local.a")}`, false],
  [
    "an output of a module that is given it",
    `module "m" {\n  source = "./m"\n  in = acme_thing.t\n}\n${server("location = module.m.out")}`,
    true,
  ],
  ["an output of one that is not", `module "m" {\n  source = "./m"\n  in = "fsn1"\n}\n${server("location = module.m.out")}`, false],
  ["what is made of it", `resource "hcloud_network" "n" {\n  name = acme_thing.t.x\n}\n${server("location = hcloud_network.n.id")}`, true],
  ["what is made of nothing of it", `resource "hcloud_network" "n" {\n  name = "n"\n}\n${server("location = hcloud_network.n.id")}`, false],
  ["each instance of it", server("for_each = acme_thing.t\n  location = each.key"), true],
  ["a provider's function", server('location = provider::acme::place("x")'), true],
  ["a dynamic block", server('dynamic "location" {\n    for_each = acme_thing.t.all\n    content {\n      x = 1\n    }\n  }'), true],
  [
    "a data source that is asked for it",
    `data "hcloud_datacenter" "d" {\n  name = acme_thing.t.x\n}\n${server("location = data.hcloud_datacenter.d.location")}`,
    true,
  ],
])("whether it may have a part in a value: %s", (_, code, expected) => {
  expect(reaches(code)).toBe(expected);
});
