import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { defaultPolicy, judge } from "../../../guard/index.ts";
import { isCode, readFolderOfCode } from "../../../guard/views/folder.ts";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "terroir-folder-"));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

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
