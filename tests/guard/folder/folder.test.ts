import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultPolicy, judge } from "../../../guard/index.ts";
import { asOpenTofu, isCode, readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

/** Verdicts by address. */
function verdicts(
  files: Readonly<Record<string, string>>,
  engine: "opentofu" | "terraform" = "opentofu",
): Readonly<Record<string, string>> {
  const report = judge([readFolderOfCode(folderWith(files), engine)], defaultPolicy);
  return Object.fromEntries(report.resources.map(({ address, verdict }) => [address.replace(/^\/.*\//, ""), verdict]));
}

const s3 = (endpoint: string) =>
  `terraform {\n  backend "s3" {\n    bucket = "b"\n    key = "k"\n    region = "x"\n    endpoints = { s3 = ${endpoint} }\n  }\n}\n`;
const gra = '"https://s3.gra.io.cloud.ovh.net"';
const bhs = '"https://s3.bhs.io.cloud.ovh.net"';
const sealed = (...providers: readonly string[]) =>
  `${s3(gra)}terraform {\n  encryption {\n${providers.map((one) => `    key_provider ${one}\n`).join("")}    method "aes_gcm" "m" {\n      keys = key_provider.pbkdf2.k\n    }\n    state {\n      method = method.aes_gcm.m\n    }\n  }\n}\n`;
const passphrase = '"pbkdf2" "k" {\n      passphrase = var.p\n    }';

it.each<[string, Readonly<Record<string, string>>, string, string]>([
  ["a store in Gravelines", { "main.tf": s3(gra) }, "terraform.backend.s3", "inside"],
  ["a store in Canada", { "main.tf": s3(bhs) }, "terraform.backend.s3", "outside"],
  [
    "an endpoint from a variable's default",
    { "main.tf": `variable "e" { default = ${bhs} }\n${s3("var.e")}` },
    "terraform.backend.s3",
    "outside",
  ],
  [
    "an endpoint that a file gives",
    { "main.tf": `variable "e" { default = ${gra} }\n${s3("var.e")}`, "terraform.tfvars": `e = ${bhs}` },
    "terraform.backend.s3",
    "outside",
  ],
  [
    "a later file wins",
    { "main.tf": `variable "e" {}\n${s3("var.e")}`, "terraform.tfvars": `e = ${bhs}`, "z.auto.tfvars": `e = ${gra}` },
    "terraform.backend.s3",
    "inside",
  ],
  [
    "JSON among the files of variables",
    { "main.tf": `variable "e" {}\n${s3("var.e")}`, "a.auto.tfvars.json": `{"e": ${bhs}}` },
    "terraform.backend.s3",
    "outside",
  ],
  ["an endpoint that nobody gives", { "main.tf": `variable "e" {}\n${s3("var.e")}` }, "terraform.backend.s3", "undecided"],
  ["a key from a passphrase", { "main.tf": sealed(passphrase), "v.tf": 'variable "p" {}' }, "terraform.backend.s3", "inside"],
  ["a key of Amazon's", { "main.tf": sealed('"aws_kms" "k" {\n      region = "eu-west-3"\n    }') }, "terraform.backend.s3", "outside"],
  [
    "a key of Amazon's beside one from a passphrase",
    { "main.tf": sealed(passphrase, '"aws_kms" "a" {\n      region = var.p\n    }'), "v.tf": 'variable "p" {}' },
    "terraform.backend.s3",
    "outside",
  ],
  ["a key of a kind that nobody knows", { "main.tf": sealed('"hsm" "k" {\n      slot = 1\n    }') }, "terraform.backend.s3", "undecided"],
  [
    "keys in a list of JSON by hand",
    {
      "main.tf": s3(gra),
      "e.tf.json": JSON.stringify({ terraform: { encryption: { key_provider: [{ pbkdf2: { k: {} } }, { gcp_kms: [{ g: {} }] }] } } }),
    },
    "terraform.backend.s3",
    "outside",
  ],
  [
    "an endpoint in a local",
    { "main.tf": `locals { r = "bhs" }\n${s3('"https://s3.${local.r}.io.cloud.ovh.net"')}` },
    "terraform.backend.s3",
    "outside",
  ],
  ["Terraform Cloud", { "main.tf": 'terraform {\n  cloud {\n    organization = "acme"\n  }\n}' }, "terraform.cloud", "outside"],
  ["no backend at all", { "main.tf": "locals { a = 1 }" }, "terraform.backend.local", "undecided"],
  ["a backend on one line", { "main.tf": 'terraform { backend "gcs" {} }' }, "terraform.backend.gcs", "outside"],
  [
    "a backend in JSON beside code",
    { "main.tf": "locals { a = 1 }", "b.tf.json": '{"terraform": {"backend": {"gcs": {}}}}' },
    "terraform.backend.gcs",
    "outside",
  ],
  [
    "a backend that an override brings",
    { "main.tf": s3(gra), "x_override.tf": 'terraform { backend "gcs" {} }' },
    "terraform.backend.gcs",
    "outside",
  ],
  [
    "a backend in a comment counts for nothing",
    { "main.tf": `/* terraform { backend "gcs" {} } */\n# terraform { backend "gcs" {} }\n${s3(gra)}` },
    "terraform.backend.s3",
    "inside",
  ],
  [
    "a backend in a text counts for nothing",
    { "main.tf": `locals { doc = <<EOT\nterraform { backend "gcs" {} }\nEOT\n}\n${s3(gra)}` },
    "terraform.backend.s3",
    "inside",
  ],
  ["a file that cannot be read", { "main.tf": s3(gra), "odd.tf": 'terraform { backend "gcs" { }' }, "odd.tf", "undecided"],
  ["values that cannot be read", { "main.tf": s3(gra), "terraform.tfvars": "e = (" }, "terraform.tfvars", "undecided"],
  [
    "state that the engine encrypts",
    {
      "main.tf":
        'terraform {\n  backend "local" { path = "s.tfstate" }\n  encryption {\n    state {\n      method = method.aes_gcm.m\n      enforced = true\n    }\n  }\n}',
    },
    "terraform.backend.local",
    "inside",
  ],
  [
    "a bucket in Canada",
    { "main.tf": `${s3(gra)}provider "ovh" { endpoint = "ovh-eu" }\nresource "ovh_cloud_project_storage" "b" {\n  region_name = "BHS"\n}` },
    "ovh_cloud_project_storage.b",
    "outside",
  ],
  [
    "a provisioner",
    { "main.tf": `${s3(gra)}resource "terraform_data" "t" {\n  provisioner "local-exec" { command = "x" }\n}` },
    "terraform_data.t.provisioner.local-exec",
    "undecided",
  ],
])("%s", (_, files, address, verdict) => {
  const found = verdicts(files);
  expect(Object.keys(found)).toContain(address);
  expect(found[address]).toBe(verdict);
});

it("reads what the engine reads: of two files of one name, one", () => {
  const files = { "main.tf": s3(gra), "main.tofu": s3(bhs) };
  expect(verdicts(files, "opentofu")["terraform.backend.s3"]).toBe("outside");
  expect(verdicts(files, "terraform")["terraform.backend.s3"]).toBe("inside");
  const folder = folderWith(files);
  expect(readFolderOfCode(folder, "opentofu").unseen).toEqual([`${join(folder, "main.tf")}: this engine passes over a file of this name`]);
});

it.each([
  ["beside", { "main.tf": s3(gra), "b.tofu": s3(bhs) }, "b.tofu"],
  ["beside, in JSON", { "main.tf": s3(gra), "b.tofu.json": "{}" }, "b.tofu.json"],
  ["in place of another", { "main.tf": s3(gra), "main.tofu": s3(bhs) }, "main.tofu"],
  ["above another", { "main.tf": s3(gra), "override.tofu": s3(bhs) }, "override.tofu"],
  ["alone", { "main.tofu": s3(gra) }, "main.tofu"],
  ["in a module that is called", { "main.tf": `module "m" {\n  source = "./m"\n}\n`, "m/main.tf": "", "m/b.tofu": s3(bhs) }, "m/b.tofu"],
])("refuses what only OpenTofu reads where Terraform is the engine: a file %s", (_, files, name) => {
  const folder = folderWith(files as Readonly<Record<string, string>>);
  const report = judge([readFolderOfCode(folder, "terraform")], defaultPolicy, { rules: ["residency", "jurisdiction"] });
  expect(report.findings.filter(({ verdict }) => verdict === "undecided").map(({ address }) => address)).toContain(join(folder, name));
});

const storage = (region: string, name = "b", more = "") =>
  `resource "ovh_cloud_project_storage" "${name}" {\n  region_name = ${region}\n  ${more}\n}\n`;

describe("what is outside in files that only OpenTofu reads", () => {
  const both = (files: Readonly<Record<string, string>>) => {
    const folder = folderWith(files);
    const read = readFolderOfCode(folder, "terraform");
    const other = asOpenTofu(read, folder);
    const alone = judge([read], defaultPolicy);
    const together = judge(other === undefined ? [read] : [read, other], defaultPolicy);
    const named = together.resources.filter((one) => !alone.resources.some(({ address }) => address === one.address));
    // Nothing that Terraform reads is judged otherwise for it.
    expect(together.resources).toEqual(expect.arrayContaining([...alone.resources]));
    expect(together.resources).toHaveLength(alone.resources.length + named.length);
    return { verdict: together.verdict, named: Object.fromEntries(named.map(({ address, verdict }) => [address, verdict])) };
  };
  const head = `${s3(gra)}provider "ovh" {\n  endpoint = "ovh-eu"\n}\n`;
  const B = "ovh_cloud_project_storage.b";

  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ["a bucket in Canada", { "main.tf": head, "b.tofu": storage('"BHS"') }, { [B]: "outside" }],
    ["a bucket in Gravelines", { "main.tf": head, "b.tofu": storage('"GRA"') }, {}],
    ["a bucket of which nobody knows where it is", { "main.tf": head, "b.tofu": `variable "r" {}\n${storage("var.r")}` }, {}],
    ["what follows from other files", { "main.tf": `${head}locals { r = "BHS" }\n`, "b.tofu": storage("local.r") }, { [B]: "outside" }],
    [
      "in a module that is called",
      { "main.tf": `${head}module "m" {\n  source = "./m"\n}\n`, "m/b.tofu": storage('"BHS"') },
      { [`module.m.${B}`]: "outside" },
    ],
    ["without any other file", { "main.tofu": head + storage('"BHS"') + storage('"GRA"', "c") }, { [B]: "outside" }],
    ["where the state is kept", { "main.tofu": s3(bhs) }, { "terraform.backend.s3": "outside" }],
    ["an operator", { "main.tf": head, "p.tofu": 'provider "aws" {\n  region = "eu-west-3"\n}\n' }, { "provider.aws": "outside" }],
    [
      "one of several",
      { "main.tf": head, "b.tofu": storage("each.key", "b", 'for_each = toset(["GRA", "BHS"])') },
      { [`${B}["BHS"]`]: "outside" },
    ],
    ["what Terraform reads as well", { "main.tf": head + storage('"GRA"'), "main.tofu": head + storage('"BHS"') }, {}],
    ["a file that nobody can read", { "main.tf": head, "b.tofu": 'resource "x" {' }, {}],
    ["JSON that is none", { "main.tf": head, "b.tofu.json": "{" }, {}],
  ])("%s", (_, files, named) => {
    expect(both(files)).toEqual({ verdict: "refused", named });
  });

  it("is not looked for where there is no such file", () => {
    const folder = folderWith({ "main.tf": head });
    expect(asOpenTofu(readFolderOfCode(folder, "terraform"), folder)).toBeUndefined();
  });
});

it.each([
  ["main.tf", true],
  ["main.tofu", true],
  ["main.tofu.json", true],
  ["cdk.tf.json", false],
  [".hidden.tf", false],
  ["main.tf~", false],
  ["main.tfvars", false],
  ["readme.md", false],
])("whether %s makes a folder one of code: %s", (name, code) => {
  expect(isCode(name)).toBe(code);
});

it("says where code should be", () => {
  expect(() => readFolderOfCode(folderWith({ "readme.md": "" }))).toThrow(
    /holds no Terraform file \(\*\.tf, \*\.tofu, \*\.tf\.json\)\. Name the folder that does\.$/,
  );
});

const ovh = 'terraform {\n  required_providers {\n    ovh = { source = "ovh/ovh" }\n  }\n}\n';
const kube = (region: string, more = "") =>
  `resource "ovh_cloud_project_kube" "k" {\n  ${more}\n  service_name = "s"\n  private_network_id = "n"\n  region = ${region}\n}\n`;
const eu = 'provider "ovh" {\n  endpoint = "ovh-eu"\n}\n';

describe("modules in folders beside it", () => {
  /** Verdicts on places and companies alone, by address. */
  function places(files: Readonly<Record<string, string>>, environment: Readonly<Record<string, string>> = {}) {
    const folder = folderWith(files);
    const report = judge([readFolderOfCode(folder, "opentofu", environment)], defaultPolicy, { rules: ["residency", "jurisdiction"] });
    return Object.fromEntries(report.resources.map(({ address, verdict }) => [address, verdict]));
  }
  const call = (more: string, source = "./m") => `module "m" {\n  source = "${source}"\n  ${more}\n}\n`;
  const child = `${ovh}variable "region" {\n  type = string\n}\n${kube("var.region")}output "region" {\n  value = ovh_cloud_project_kube.k.region\n}\n`;

  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    [
      "an input that is in the EU",
      { "main.tf": `${ovh}${eu}${call('region = "GRA11"')}`, "m/main.tf": child },
      { "module.m.ovh_cloud_project_kube.k": "inside" },
    ],
    [
      "an input in Canada",
      { "main.tf": `${ovh}${eu}${call('region = "BHS5"')}`, "m/main.tf": child },
      { "module.m.ovh_cloud_project_kube.k": "outside" },
    ],
    [
      "one instance of several",
      { "main.tf": `${ovh}${eu}${call('for_each = { a = "GRA11", b = "BHS5" }\n  region = each.value')}`, "m/main.tf": child },
      { 'module.m["a"].ovh_cloud_project_kube.k': "inside", 'module.m["b"].ovh_cloud_project_kube.k': "outside" },
    ],
    [
      "a map of what is optional",
      {
        "main.tf": `${ovh}${eu}${call('sites = { a = {}, b = { region = "BHS5" } }')}`,
        "m/main.tf": `${ovh}variable "sites" {\n  type = map(object({ region = optional(string, "GRA11") }))\n}\n${kube("each.value.region", "for_each = var.sites")}`,
      },
      { 'module.m.ovh_cloud_project_kube.k["a"]': "inside", 'module.m.ovh_cloud_project_kube.k["b"]': "outside" },
    ],
    [
      "a default of its own",
      { "main.tf": `${ovh}${eu}${call("")}`, "m/main.tf": child.replace("type = string", 'default = "BHS5"') },
      { "module.m.ovh_cloud_project_kube.k": "outside" },
    ],
    [
      "no value at all",
      { "main.tf": `${ovh}${eu}variable "r" {}\n${call("region = var.r")}`, "m/main.tf": child },
      { "module.m.ovh_cloud_project_kube.k": "undecided" },
    ],
    [
      "an output that another resource takes",
      { "main.tf": `${ovh}${eu}${call('region = "BHS5"')}${kube("module.m.region")}`, "m/main.tf": child },
      { "ovh_cloud_project_kube.k": "outside" },
    ],
    [
      "a module within a module",
      {
        "main.tf": `${ovh}${eu}${call('where = "BHS5"')}`,
        "m/main.tf": `${ovh}variable "where" {}\nmodule "inner" {\n  source = "../n"\n  region = var.where\n}\n`,
        "n/main.tf": child,
      },
      { "module.m.module.inner.ovh_cloud_project_kube.k": "outside" },
    ],
    [
      "another company's provider, handed over",
      {
        "main.tf": `${ovh}${eu}provider "ovh" {\n  alias = "us"\n  endpoint = "ovh-us"\n}\n${call('region = "GRA11"\n  providers = { ovh = ovh.us }')}`,
        "m/main.tf": child,
      },
      { "module.m.ovh_cloud_project_kube.k": "outside" },
    ],
    [
      "a provider under a name of the module's own",
      {
        "main.tf": `${ovh}${eu}provider "ovh" {\n  alias = "us"\n  endpoint = "ovh-us"\n}\n${call('region = "GRA11"\n  providers = { ovh = ovh, ovh.far = ovh.us }')}`,
        "m/main.tf": `${child}resource "ovh_vrack" "v" {\n  provider = ovh.far\n}\n`,
      },
      { "module.m.ovh_cloud_project_kube.k": "inside", "module.m.ovh_vrack.v": "outside" },
    ],
    [
      "a provider block of the module's own",
      {
        "main.tf": `${ovh}${call('region = "GRA11"')}`,
        "m/main.tf": `${child}provider "ovh" {\n  endpoint = "ovh-us"\n}\n`,
      },
      { "module.m.ovh_cloud_project_kube.k": "outside", "module.m.provider.ovh": "outside" },
    ],
    [
      "providers that cannot be followed",
      { "main.tf": `${ovh}${eu}${call('region = "GRA11"\n  providers = local.p')}`, "m/main.tf": child },
      { "module.m.ovh_cloud_project_kube.k": "undecided" },
    ],
    ["a module that calls itself", { "main.tf": `${ovh}${call("", "./")}` }, { "module.m": "undecided" }],
    ["a folder that is not there", { "main.tf": call("") }, { "module.m": "undecided" }],
    ["a module from elsewhere", { "main.tf": call("", "git::https://example.com/m.git") }, { "module.m": "undecided" }],
    [
      "a file of a module that cannot be read",
      { "main.tf": `${ovh}${eu}${call("")}`, "m/main.tf": 'resource "a" {{{' },
      { "m/main.tf": "undecided" },
    ],
  ])("follows %s", (_, files, expected) => {
    const found = places(files);
    for (const [address, verdict] of Object.entries(expected)) {
      const [at] = Object.keys(found).filter((one) => one === address || one.endsWith(`/${address}`));
      expect([at, at && found[at]], JSON.stringify(found)).toEqual([at ?? address, verdict]);
    }
  });

  it("takes variables from the environment, below what files say", () => {
    const main = `${ovh}${eu}variable "r" {}\n${kube("var.r")}`;
    expect(places({ "main.tf": main }, { TF_VAR_r: "BHS5" })["ovh_cloud_project_kube.k"]).toBe("outside");
    expect(places({ "main.tf": main, "terraform.tfvars": 'r = "GRA11"' }, { TF_VAR_r: "BHS5" })["ovh_cloud_project_kube.k"]).toBe("inside");
    const list = main.replace('variable "r" {}', 'variable "r" {\n  type = list(string)\n}').replace("var.r", "var.r[0]");
    expect(places({ "main.tf": list }, { TF_VAR_r: '["BHS5"]' })["ovh_cloud_project_kube.k"]).toBe("outside");
  });
});
