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

const places = 'locals {\n  all = ["fsn1", "ash"]\n  by = { test = { location = "fsn1" }, prod = { location = "ash" } }\n}\n';
const one =
  'variable "one" {\n  type = string\n  validation {\n    condition = contains(local.all, var.one)\n    error_message = "x"\n  }\n}\n';

/** The rehearsal made up `fsn1` for it: what is not followed is believed of no plan that follows from that. */
it.each<[string, string]>([
  ["what a for expression keeps", "[for l in local.all : l if l == var.one][0]"],
  ["which keys it makes", '{ for l in local.all : l == var.one ? "x" : l => l }["x"]'],
  ["what it groups", 'values({ for l in local.all : (l == var.one ? "a" : "b") => l... })[0][0]'],
  ["a key of an object", 'lookup({ (var.one) = var.one }, "fsn1", "ash")'],
  ["the keys of one", "keys({ (var.one) = 1 })[0]"],
  ["the only one", "one([for l in local.all : l if l == var.one])"],
  ["the first list that has any", 'coalescelist([for l in ["fsn1"] : l if l == var.one], ["ash"])[0]'],
  ["what stands beside what only the engine computes", '"${substr(base64gzip("x"), 0, 0)}${var.one}"'],
  ["a function of a provider", 'provider::other::pick("fsn1")'],
  ["a template in a file", 'templatefile("place.tpl", {})'],
  ["a file of the machine", 'try(trimspace(file("/etc/place")), "fsn1")'],
  ["what fails in another run", 'try([for l in local.all : l if can(regex("^${var.one}$", l))][0], "ash")'],
])("may differ in another run: %s", (_, location) => {
  expect(verdicts(places + one + server(location), { "hcloud_server.s": "fsn1" })["hcloud_server.s"]).toMatch(/undecided|outside/);
});

/** Nobody here follows it, and every run computes it from the same code. */
it.each<[string, string]>([
  ["try() of a key that is computed", 'try(local.by[lower(local.env)].location, "ash")'],
  ["try() of a for expression", 'try([for k, v in local.by : v.location if k == local.env][0], "ash")'],
  ["try() of what is merged", 'try(merge({ location = "ash" }, local.by.test).location, "ash")'],
  ["can() of a regular expression that is not followed", 'can(regex("^(?i)PROD", local.env)) ? "ash" : "fsn1"'],
  ["can() of a template", 'can(tonumber("${local.env}0")) ? "ash" : "fsn1"'],
  ["a variable with a default", 'try(local.by[lower(var.env)].location, "ash")'],
  ["a file beside the code", 'try(length(filebase64("${path.module}/main.tf")) > 0 ? "fsn1" : "ash", "ash")'],
])("is the same in every run: %s", (_, location) => {
  const given = 'variable "env" {\n  default = "test"\n}\n';
  const code = `${places}locals {\n  env = try(regex("^([a-z]+)-[0-9]+$", "test-1")[0], "prod")\n}\n${given}${server(location)}`;
  expect(verdicts(code, { "hcloud_server.s": "fsn1" })["hcloud_server.s"]).toBe("inside");
});

/** The plan has the block, or what protects the other; another run makes neither. */
it.each<[string, string]>([
  ["by a condition", "var.on ? [1] : []"],
  ["by what a for expression keeps", '[for x in ["a"] : x if x != var.env]'],
])("reads a dynamic block as absent where it may be: %s", (_, each) => {
  const block = `dynamic "public_net" {\n    for_each = ${each}\n    content {\n      ipv4_enabled = false\n    }\n  }`;
  const folder = folderWith({ "main.tf": `variable "on" {}\nvariable "env" {}\n${server('"fsn1"', block)}` });
  const made = plan({ "hcloud_server.s": "fsn1" }) as { resource_changes: { change: { after: object } }[] };
  for (const { change } of made.resource_changes)
    Object.assign(change.after, { public_net: [{ ipv4_enabled: false, ipv6_enabled: false }] });
  const beside = besidePlan(readPlan(made as never, folder), readFolderOfCode(folder, "terraform"));
  const { findings } = judge([beside], defaultPolicy, { rules: ["isolation/public-address"] });
  expect(findings.map(({ verdict }) => verdict)).toContain("outside");
  expect(judge([readPlan(made as never, folder)], defaultPolicy, { rules: ["isolation/public-address"] }).verdict).toBe("inside");
});

it.each<[string, string, string]>([
  ["a module that is given what nobody chose yet", "var.one", "outside"],
  ["a module that is given what the code says", 'try(local.by[lower("TEST")].location, "ash")', "inside"],
])("follows the inputs of modules: %s", (_, given, verdict) => {
  const folder = folderWith({
    "main.tf": `${places}${one}module "m" {\n  source = "./m"\n  place = ${given}\n}\n`,
    "m/main.tf": `variable "place" {\n  default = "fsn1"\n}\n${server('try(lower(var.place), "ash")')}`,
  });
  const written = readFolderOfCode(folder, "terraform").find("module.m.hcloud_server.s");
  expect(written?.open?.("location")).toBe(verdict === "outside");
  expect(written?.open?.("name")).toBe(false);
  expect(written?.open?.()).toBe(false);
});

it("judges what this plan happens to make none of", () => {
  const many = (location: string) => `${env}${server(location, 'count = var.env == "prod" ? 1 : 0')}`;
  expect(verdicts(many('"ash"'), {})["hcloud_server.s"]).toBe("outside");
  expect(verdicts(many('"fsn1"'), {})["hcloud_server.s"]).toBe("inside");
  expect(verdicts(server('"ash"', "count = 0"), {})).not.toHaveProperty(["hcloud_server.s"]);
  const certain = server('"ash"', 'count = can(regex("^(?i)PROD", "test")) ? 1 : 0');
  expect(verdicts(certain, {})).not.toHaveProperty(["hcloud_server.s"]);
});

it("tells instances apart as the plan does, and knows them in the code", () => {
  const keyed = server("each.value", 'for_each = { a = "fsn1", b = "ash" }');
  expect(verdicts(keyed, { 'hcloud_server.s["a"]': "fsn1", 'hcloud_server.s["b"]': "ash" })).toMatchObject({
    'hcloud_server.s["a"]': "inside",
    'hcloud_server.s["b"]': "outside",
  });
});

/** Hetzner computes the location of what names a data centre, and a plan shows it as unknown whatever the code says. */
it.each<[string, string, string, string]>([
  ["null by a variable", "var.location", "  default = null\n", "inside"],
  ["null by a condition that the code decides", "false ? var.location : null", "", "inside"],
  ["a variable that nobody gives", "var.location", "", "undecided"],
  ["null or what only the engine knows", "var.location == null ? substr(timestamp(), 0, 1) : null", "  default = null\n", "undecided"],
  ["null, or not, by what nobody knows", 'var.other ? null : "ash"', "  default = null\n", "undecided"],
])("tells the provider's choice from what is not known yet: %s", (_, location, variable, verdict) => {
  const code = server(location, 'datacenter = "fsn1-dc14"');
  const folder = folderWith({ "main.tf": `variable "other" {}\nvariable "location" {\n${variable}}\n${code}` });
  const made = plan({ "hcloud_server.s": "" }) as { resource_changes: { change: { after: object; after_unknown: object } }[] };
  for (const { change } of made.resource_changes) {
    change.after = { datacenter: "fsn1-dc14" };
    change.after_unknown = { id: true, location: true };
  }
  const beside = besidePlan(readPlan(made as never, folder), readFolderOfCode(folder, "terraform"));
  const { resources } = judge([beside], defaultPolicy, { rules: ["residency"] });
  expect(resources.find(({ address }) => address === "hcloud_server.s")?.verdict).toMatch(
    verdict === "inside" ? /inside/ : /undecided|outside/,
  );
});
