import { expect, it } from "vitest";
import { defaultPolicy, type Json, judge, readPlan } from "../../../guard/index.ts";
import { besidePlan, readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const head = 'terraform {\n  required_providers {\n    hcloud = { source = "hetznercloud/hcloud" }\n  }\n}\n';
const server = (location: string, more = ""): string =>
  `${head}resource "hcloud_server" "s" {\n  ${more}\n  name = "s"\n  server_type = "cx22"\n  image = "debian-12"\n  location = ${location}\n}\n`;

/** The plan that a rehearsal would make of it: whatever the code says, the machines that it lists, with a known place each. */
const plan = (machines: Readonly<Record<string, string>>): Json => ({
  format_version: "1.2",
  planned_values: { root_module: {} },
  resource_changes: Object.entries(machines).map(([address, location]) => ({
    address,
    mode: "managed",
    type: "hcloud_server",
    name: "s",
    provider_name: "registry.terraform.io/hetznercloud/hcloud",
    change: {
      actions: ["create"],
      before: null,
      after: { location },
      after_unknown: { id: true },
      before_sensitive: false,
      after_sensitive: {},
    },
  })),
  configuration: {
    provider_config: { hcloud: { name: "hcloud", full_name: "registry.terraform.io/hetznercloud/hcloud" } },
    root_module: {
      resources: [
        {
          address: "hcloud_server.s",
          mode: "managed",
          type: "hcloud_server",
          name: "s",
          provider_config_key: "hcloud",
          expressions: { location: {} },
        },
      ],
    },
  },
});

function verdicts(code: string, machines: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const folder = folderWith({ "main.tf": code });
  const infrastructure = besidePlan(readPlan(plan(machines), folder), readFolderOfCode(folder, "terraform"));
  const report = judge([infrastructure], defaultPolicy, { rules: ["residency"] });
  return Object.fromEntries(report.resources.map(({ address, verdict }) => [address, verdict]));
}

const env = 'variable "env" {}\n';

it.each<[string, string, string]>([
  ["a literal is what the plan says", server('"fsn1"'), "inside"],
  [
    "a variable with a default chooses",
    `variable "env" {\n  default = "test"\n}\n${server('var.env == "prod" ? "ash" : "fsn1"')}`,
    "inside",
  ],
  ["a variable that nobody gives may choose another", env + server('var.env == "prod" ? "ash" : "fsn1"'), "outside"],
  ["of which all are approved", env + server('var.env == "prod" ? "hel1" : "fsn1"'), "inside"],
  ["or what nobody knows", `${env}variable "far" {}\n${server('var.env == "prod" ? var.far : "fsn1"')}`, "undecided"],
  ["an entry of a map", env + server('{ prod = "ash", test = "fsn1" }[var.env]'), "outside"],
  ["the workspace chooses", server('terraform.workspace == "prod" ? "ash" : "fsn1"'), "outside"],
  [
    "what a data source answers chooses",
    `data "hcloud_server" "d" {\n  name = "d"\n}\n${server('data.hcloud_server.d.status == "off" ? "ash" : "fsn1"')}`,
    "outside",
  ],
  ["what only the engine computes is the plan's", server('element(["fsn1"], length(sha256("x")))'), "inside"],
])("%s", (_, code, verdict) => {
  expect(verdicts(code, { "hcloud_server.s": "fsn1" })["hcloud_server.s"]).toBe(verdict);
});

it("judges what this plan happens to make none of", () => {
  const many = (location: string) => `${env}${server(location, 'count = var.env == "prod" ? 1 : 0')}`;
  expect(verdicts(many('"ash"'), {})["hcloud_server.s"]).toBe("outside");
  expect(verdicts(many('"fsn1"'), {})["hcloud_server.s"]).toBe("inside");
  expect(verdicts(server('"ash"', "count = 0"), {})).not.toHaveProperty(["hcloud_server.s"]);
});

it("tells instances apart as the plan does, and knows them in the code", () => {
  const keyed = server("each.value", 'for_each = { a = "fsn1", b = "ash" }');
  expect(verdicts(keyed, { 'hcloud_server.s["a"]': "fsn1", 'hcloud_server.s["b"]': "ash" })).toMatchObject({
    'hcloud_server.s["a"]': "inside",
    'hcloud_server.s["b"]': "outside",
  });
});
