import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { engines } from "../rehearsal/real-engines.ts";
import { filesIn, folderWith, terroir } from "./terroir.ts";

const HEAD = `terraform {
  required_providers { ovh = { source = "ovh/ovh" } }
  backend "s3" {
    bucket    = "state"
    key       = "shop.tfstate"
    region    = "gra"
    endpoints = { s3 = "https://s3.gra.io.cloud.ovh.net" }
  }
}
provider "ovh" { endpoint = "ovh-eu" }
`;
const bucket = (region: string) => `resource "ovh_cloud_project_storage" "media" {
  service_name = "0123456789abcdef0123456789abcdef"
  name         = "media"
  region_name  = ${region}
  encryption   = { sse_algorithm = "AES256" }
}
`;

interface Answer {
  readonly verdict: string;
  readonly resources: readonly { readonly address: string; readonly verdict: string }[];
  readonly views: readonly { readonly view: string; readonly unseen: readonly string[] }[];
}

function checked(
  files: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Answer & { readonly code: number | null; readonly of: (address: string) => string | undefined } {
  const cwd = folderWith(files);
  const before = filesIn(cwd);
  const { code, stdout, stderr } = terroir(["check", ".", "--json", ...more], { cwd });
  expect(filesIn(cwd)).toEqual(before);
  if (stdout === "") throw new Error(stderr);
  const answer = JSON.parse(stdout) as Answer;
  return { code, ...answer, of: (address) => answer.resources.find((one) => one.address === address)?.verdict };
}

const MEDIA = "ovh_cloud_project_storage.media";
const NET = "data.terraform_remote_state.net";

/** Another stack's state, at one of OVHcloud's stores. */
const reads = (site: string) => `data "terraform_remote_state" "net" {
  backend = "s3"
  config  = { bucket = "state", key = "net.tfstate", region = "gra", endpoints = { s3 = "https://s3.${site}.io.cloud.ovh.net" } }
}
output "id" { value = data.terraform_remote_state.net.outputs.id }
`;

it("plans code before it judges: what only the engine computes decides", () => {
  const { code, verdict, of, views } = checked({
    "main.tf": `${HEAD}variable "eu" { default = true }\n${bucket('var.eu ? upper("gra") : "BHS"')}${reads("gra")}`,
  });
  expect([code, verdict]).toEqual([0, "inside"]);
  expect([MEDIA, NET, "provider.ovh", "terraform.backend.s3"].map(of)).toEqual(["inside", "inside", "inside", "inside"]);
  expect(views.map(({ view }) => view)).toEqual(["folder"]);
});

it("plans code that does not say whose its providers are", () => {
  const code = HEAD.replace(/required_providers.*/, "");
  const { code: exit, of, views } = checked({ "main.tf": code + bucket('element(["GRA"], length(sha256("x")))') });
  expect([exit, of(MEDIA), views[0]?.unseen]).toEqual([0, "inside", []]);
});

it("plans in the workspace that it is told, and names files of values that it was not told of", () => {
  const files = { "main.tf": `${HEAD}${bucket('terraform.workspace == "prod" ? "GRA" : "BHS"')}`, "prod.tfvars": "" };
  const [told, untold] = [checked(files, "--workspace", "prod"), checked(files)];
  expect([told.code, told.of(MEDIA), untold.code, untold.of(MEDIA)]).toEqual([0, "inside", 1, "outside"]);
  expect(told.views[0]?.unseen).toEqual(["prod.tfvars: an engine reads no such file unless it is named. Check with each: --var-file"]);
});

it.each<[string, Readonly<Record<string, string>>, string, string]>([
  ["a literal", { "main.tf": HEAD + bucket('"BHS"') }, MEDIA, "outside"],
  ["a region that does not exist", { "main.tf": HEAD + bucket('"GRA99"') }, MEDIA, "outside"],
  ["a region in another spelling than the cloud's", { "main.tf": HEAD + bucket('"bhs5"') }, MEDIA, "outside"],
  ["a variable's default", { "main.tf": `${HEAD}variable "r" { default = "BHS" }\n${bucket("var.r")}` }, MEDIA, "outside"],
  [
    "a file of variables",
    { "main.tf": `${HEAD}variable "r" { default = "GRA" }\n${bucket("var.r")}`, "terraform.tfvars": 'r = "BHS"' },
    MEDIA,
    "outside",
  ],
  ["a variable that nobody gives", { "main.tf": `${HEAD}variable "r" {}\n${bucket("var.r")}` }, MEDIA, "undecided"],
  [
    "a module's input",
    {
      "main.tf": `${HEAD}module "m" {\n  source = "./m"\n  r = "BHS"\n}`,
      "m/main.tf": `terraform {\n  required_providers { ovh = { source = "ovh/ovh" } }\n}\nvariable "r" { default = "GRA" }\n${bucket("var.r")}`,
    },
    `module.m.${MEDIA}`,
    "outside",
  ],
  [
    "JSON beside code",
    {
      "main.tf": HEAD,
      "b.tf.json": JSON.stringify({
        resource: { ovh_cloud_project_storage: { media: { service_name: "x", name: "m", region_name: "BHS" } } },
      }),
    },
    MEDIA,
    "outside",
  ],
  ["the American company", { "main.tf": HEAD.replace("ovh-eu", "ovh-us") + bucket('"GRA"') }, "provider.ovh", "outside"],
  ["state in Canada", { "main.tf": HEAD.replace("s3.gra.", "s3.bhs.") + bucket('"GRA"') }, "terraform.backend.s3", "outside"],
  [
    "state at Terraform Cloud",
    { "main.tf": `${HEAD.replace(/ {2}backend[\s\S]*?\n {2}}\n/, '  cloud {\n    organization = "acme"\n  }\n')}${bucket('"GRA"')}` },
    "terraform.cloud",
    "outside",
  ],
  ["a state that it reads in Canada", { "main.tf": HEAD + reads("bhs") }, NET, "outside"],
  [
    "a provisioner in JSON, which a rehearsal that applies leaves out",
    {
      "main.tf": HEAD,
      "t.tf.json": JSON.stringify({ resource: { terraform_data: { t: { provisioner: [{ "local-exec": { command: "echo" } }] } } } }),
    },
    "terraform_data.t.provisioner.local-exec",
    "undecided",
  ],
  [
    "a provisioner",
    { "main.tf": `${HEAD}resource "terraform_data" "t" {\n  provisioner "local-exec" {\n    command = "echo"\n  }\n}` },
    "terraform_data.t.provisioner.local-exec",
    "undecided",
  ],
])("refuses code that leaves by %s", (_, files, address, verdict) => {
  const answer = checked(files);
  expect(answer.of(address)).toBe(verdict);
  expect([answer.code, answer.verdict]).toEqual([1, "refused"]);
});

const AWAY = JSON.stringify({ resource: { ovh_cloud_project_storage: { media: { region_name: "BHS" } } } });
const TOLD = `${HEAD}variable "r" {}\n${bucket("var.r")}`;

it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ["has the name of one", { "main.tf": HEAD + bucket('"GRA"'), "zzz_terroir_rehearsal_override.tf.json": AWAY }, []],
  ["comes after one", { "main.tf": HEAD + bucket('"GRA"'), "zzzz_override.tf.json": AWAY }, []],
  ["says a value after those that are told", { "main.tf": TOLD, "zzzz.auto.tfvars": 'r = "GRA"' }, ["--var", "r=BHS"]],
])("is not led astray by a file that %s of the rehearsal's own", (_, files, more) => {
  const answer = checked(files, ...more);
  expect([answer.of(MEDIA), answer.views[0]?.unseen.join()]).toEqual([
    "outside",
    expect.stringMatching(/zzz.* would be read after zzz.*, which the rehearsal adds/),
  ]);
});

const tofu = engines.find(([kind]) => kind === "opentofu")?.[1];

it.skipIf(tofu === undefined)("judges the program that OpenTofu asks for a key, which no plan shows", () => {
  const sealed = HEAD.replace(
    "terraform {",
    'terraform {\n  encryption {\n    key_provider "external" "k" {\n      command = ["./key"]\n    }\n    method "aes_gcm" "m" {\n      keys = key_provider.external.k\n    }\n    state {\n      method = method.aes_gcm.m\n    }\n  }',
  );
  const { of, views } = checked({ "main.tf": sealed + bucket('"GRA"') }, "--engine", tofu?.path ?? "");
  expect(views[0]?.unseen).toEqual([]);
  expect(of("terraform.encryption.key_provider.external.k")).toBe("undecided");
});

it.skipIf(engines.length < 2)(
  "names what is outside in files that only OpenTofu reads, and plans with OpenTofu where there are no others",
  () => {
    const terraform = engines.find(([kind]) => kind === "terraform")?.[1].path ?? "";
    const other = bucket('"BHS"').replace('"media"', '"far"');
    const beside = checked({ "main.tf": HEAD + bucket('"GRA"'), "b.tofu": other }, "--engine", terraform);
    expect([beside.code, beside.of(MEDIA), beside.of("b.tofu"), beside.of("ovh_cloud_project_storage.far")]).toEqual([
      1,
      "inside",
      "undecided",
      "outside",
    ]);
    expect(beside.views.flatMap(({ unseen }) => unseen)).toEqual([
      expect.stringMatching(/^b\.tofu: of what only OpenTofu reads, .*--engine tofu$/),
    ]);
    const alone = checked({ "main.tofu": HEAD + bucket('var.eu ? upper("gra") : "BHS"'), "v.tofu": 'variable "eu" { default = true }' });
    expect([alone.code, alone.of(MEDIA), alone.of("main.tofu")]).toEqual([0, "inside", undefined]);
  },
);

const AWS = `${HEAD}provider "aws" { region = "us-east-1" }\nresource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n`;

it.each([
  ["beside a plan", "", /,what hashicorp\/aws would say: the rehearsal has no simulation of it/],
  [
    "without one, where it decides how many there are of something else",
    'resource "terraform_data" "t" { count = length(aws_s3_bucket.b.grant) }\n',
    /a plan, so that what only a plan knows is undecided\. The rehearsal has no simulation of hashicorp\/aws/,
  ],
  [
    "without one, where the engine refuses what was made up for it",
    'resource "aws_s3_bucket" "c" { Bucket = "c" }\n',
    /a plan, so that what only a plan knows is undecided\. With stand-ins .* the engine says: Unsupported argument \(main\.tf line 15\).*\. The rehearsal has no simulation of hashicorp\/aws/,
  ],
])("judges as written what nobody can simulate, %s", (_, more, unseen) => {
  const { code, of, views } = checked({ "main.tf": AWS + more });
  expect(code).toBe(1);
  expect(of("aws_s3_bucket.b")).toBe("outside");
  expect(`,${views[0]?.unseen.join()}`).toMatch(unseen);
});

it.each([
  ["a module", `${HEAD}${bucket('"GRA"')}module "m" { source = "./m" }\n`, `module.m.${NET}`],
  [
    "a check",
    `${HEAD}${bucket('"GRA"')}check "c" {\n${reads("bhs").split("output")[0]}assert {\n    condition = data.terraform_remote_state.net.outputs.id != ""\n    error_message = "x"\n  }\n}\n`,
    NET,
  ],
])("asks no store for a state that %s reads, and judges as written", (who, main, read) => {
  const { of, views } = checked({ "main.tf": main, "m/main.tf": reads("bhs") });
  expect(of(MEDIA)).toBe("inside");
  expect(of(read)).toBe("outside");
  const named = who.startsWith("a m") ? "module.m" : who;
  expect(views[0]?.unseen.join()).toContain(
    `${named} reads another stack's state (terraform_remote_state), and a rehearsal replaces those of the root`,
  );
});

it("refuses code that the engine refuses, and says it in the engine's own words", () => {
  const { code, of, views } = checked({ "main.tf": HEAD + bucket('"GRA"').replace("region_name", "regoin_name") });
  expect([code, of(MEDIA)]).toEqual([1, "undecided"]);
  expect(views[0]?.unseen.join()).toMatch(
    /Unsupported argument \(main\.tf line \d+\): An argument named "regoin_name" is not expected here\./,
  );
});

it.each<[string, (code: string) => string, string]>([
  ["an argument that an older release had", (code) => code.replace("name  ", 'colour = "blue"\n  name  '), "inside"],
  ["a block where the schema has an argument", (code) => code.replace(/encryption {3}= \{(.*)\}/, "encryption {\n$1\n}"), "inside"],
  ["a block that might hold a place", (code) => code.replace("name  ", 'extra {\n region = "BHS"\n}\nname  '), "undecided"],
  ["an argument that might hold a place", (code) => code.replace("name  ", 'extra = { region = "BHS" }\nname  '), "undecided"],
  ["an argument that might name a place", (code) => code.replace("name  ", 'backup_site = "BHS"\n  name  '), "undecided"],
])("reads code that does not fit the schema: %s", (_, change, verdict) => {
  const { of } = checked({ "main.tf": HEAD + change(bucket('"GRA"')) });
  expect([of(MEDIA), of(".")]).toEqual([verdict, undefined]);
});

it("judges as written where a module cannot be had, and follows those that can", () => {
  const { code, of } = checked({
    "main.tf": `${HEAD}module "far" {\n  source  = "acme/net/ovh"\n  version = "1.0.0"\n}\nmodule "near" {\n  source = "./near"\n  where  = "BHS"\n}\n`,
    "near/main.tf": `${HEAD.replace(/provider "ovh".*/, "")}variable "where" {}\n${bucket("var.where")}`,
  });
  expect([code, of("module.far"), of(`module.near.${MEDIA}`)]).toEqual([1, "undecided", "outside"]);
});

it("takes the values that the engine would be told, the later above the earlier", () => {
  const files = {
    "main.tf": `${HEAD}variable "r" {}\n${bucket("var.r[0]")}`.replace('"r" {}', '"r" {\n  type = list(string)\n}'),
    "far.tfvars": 'r = ["BHS"]',
  };
  expect(checked(files, "--var-file", "far.tfvars", "--var", 'r=["GRA"]').of(MEDIA)).toBe("inside");
  expect(checked(files, "--var", 'r=["GRA"]', "--var-file", "far.tfvars").of(MEDIA)).toBe("outside");
});

it("does not take for known what follows from what the rehearsal made up", () => {
  const main = `${HEAD}variable "env" {}\n${bucket('var.env == "prod" ? "BHS" : "GRA"')}`;
  expect(checked({ "main.tf": main }).of(MEDIA)).toBe("outside");
  expect(checked({ "main.tf": main, "terraform.tfvars": 'env = "test"' }).of(MEDIA)).toBe("inside");
});

it("reads values in the native syntax beside code in JSON", () => {
  const main = {
    variable: { r: {} },
    resource: { ovh_cloud_project_storage: { media: { service_name: "x", name: "m", region_name: "${var.r}" } } },
  };
  const required = { terraform: { required_providers: { ovh: { source: "ovh/ovh" } } } };
  expect(checked({ "main.tf.json": JSON.stringify({ ...main, ...required }), "terraform.tfvars": 'r = "BHS"' }).of(MEDIA)).toBe("outside");
});

it("judges as written what wants another release of the engine", () => {
  const { of } = checked({
    "main.tf": `${HEAD.replace("terraform {", 'terraform {\n  required_version = "~> 0.12.0"')}${bucket('"GRA"')}`,
  });
  expect([of(MEDIA), of(".")]).toEqual(["inside", undefined]);
});

it("reads provider blocks as they are written: a plan does not say what their expressions give", () => {
  const scaleway = 'terraform {\n  required_providers {\n    scaleway = { source = "scaleway/scaleway" }\n  }\n}\n';
  const main = `${scaleway}variable "r" { default = "fr-par" }\nprovider "scaleway" {\n  region = var.r\n  zone = "\${var.r}-1"\n}\nresource "scaleway_vpc" "v" {}\nresource "scaleway_vpc_private_network" "n" {}\n`;
  const { of } = checked({ "main.tf": main });
  expect([of("provider.scaleway"), of("scaleway_vpc.v"), of("scaleway_vpc_private_network.n")]).toEqual(["inside", "inside", "inside"]);
  expect(checked({ "main.tf": main, "terraform.tfvars": 'r = "us-east"' }).of("scaleway_vpc.v")).toBe("outside");
});

it("says which views were read, and what each could not see", () => {
  const cwd = folderWith({
    "code/main.tf": HEAD + bucket('"GRA"'),
    "plan.json": { format_version: "1.2", planned_values: {}, resource_changes: [] },
  });
  const { code, stdout } = terroir(["check", "code", "plan.json", "--views"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("read code (folder)\n");
  expect(stdout).toContain(
    `read plan.json (plan)\n  not seen: the backend, which a plan does not carry: check the folder that it was made from\n`,
  );
});

it("needs an engine for code, and says where it looked", () => {
  const cwd = folderWith({ "main.tf": HEAD });
  const { code, stdout, stderr } = terroir(["check", ".", "--engine", join(cwd, "nosuch")], { cwd });
  expect([code, stdout]).toEqual([3, ""]);
  expect(stderr).toContain(`TERRAFORM_BINARY_NAME: There is no program ${join(cwd, "nosuch")}.`);
});

it("passes over a folder that is named like code, as the engine does", () => {
  const cwd = folderWith({ "main.tf": HEAD + bucket('"GRA"') });
  mkdirSync(join(cwd, "old.tf"));
  const { code, stderr } = terroir(["check", ".", "--rules", "residency"], { cwd });
  expect([code, stderr.split("\n").slice(1)]).toEqual([0, [""]]);
});

it.each<[string, (cwd: string) => Readonly<Record<string, string>> | undefined, RegExp]>([
  ["a link to nothing", (cwd) => void symlinkSync("/nonexistent", join(cwd, "dead.tf")), /dead\.tf is no file, or a link to none/],
  ["arguments from the environment", () => ({ TF_CLI_ARGS_plan: "-var=r=BHS" }), /^TF_CLI_ARGS_plan gives the engine -var=…, /],
])("says in a sentence what is wrong with %s", (_, prepare, says) => {
  const cwd = folderWith({ "main.tf": HEAD + bucket('"GRA"') });
  const { code, stdout, stderr } = terroir(["check", "."], { cwd, env: prepare(cwd) ?? {} });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr.replace(/^Planning .*\n/, "")).toMatch(says);
  expect(stderr).not.toMatch(/\n\s+at /);
});
