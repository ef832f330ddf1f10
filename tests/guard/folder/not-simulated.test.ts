import { describe, expect, it } from "vitest";
import { notSimulatedIn, readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const head =
  'terraform {\n  required_providers {\n    hcloud = { source = "hetznercloud/hcloud" }\n    acme = { source = "acme/acme" }\n  }\n}\n';
const server = (more: string): string => `resource "hcloud_server" "s" {\n  ${more}\n}\n`;
const thing = 'resource "acme_thing" "t" {\n  name = "x"\n}\n';

const found = (files: Readonly<Record<string, string>>) =>
  notSimulatedIn(readFolderOfCode(folderWith(files), "terraform"), (address) => address === "hetznercloud/hcloud");
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
