import { join } from "node:path";
import { expect, it } from "vitest";
import type { Json } from "../../guard/index.ts";
import { plan } from "../guard/judging.ts";
import { folderWith, terroirHere } from "./terroir.ts";

const OUTSCALE = "registry.terraform.io/outscale/outscale";
const net = { address: "outscale_net.n", mode: "managed", type: "outscale_net", name: "n" };

/** A plan of one net, under a block that names its region by a variable, which no plan resolves. */
const planned = (region: string, expressions: { readonly [key: string]: Json } = {}, more: readonly Json[] = []) =>
  plan(
    [
      {
        ...net,
        provider_name: OUTSCALE,
        change: { actions: ["create"], before: null, after: { ip_range: "10.0.0.0/16" }, after_unknown: {} },
      },
    ],
    {
      variables: { r: { value: region } },
      configuration: {
        provider_config: {
          outscale: { name: "outscale", full_name: OUTSCALE, expressions: { region: { references: ["var.r"] }, ...expressions } },
        },
        root_module: {
          variables: { r: { default: "eu-west-2" } },
          resources: [{ ...net, provider_config_key: "outscale", expressions: {} }, ...more],
        },
      },
    },
  );

const code = (block: string, more = "") => `
terraform {
  required_providers {
    outscale = {
      source = "outscale/outscale"
    }
  }
}
variable "r" {
  default = "eu-west-2"
}
provider "outscale" {
  region = var.r
${block}
}
resource "outscale_net" "n" {
  ip_range = "10.0.0.0/16"
}
${more}`;

/** A state of one resource, or of several of a type. */
const state = (type: string, provider_name: string, values: { readonly [key: string]: Json }, names: readonly string[] = ["n"]) => ({
  format_version: "1.0",
  terraform_version: "1.11.4",
  values: {
    root_module: { resources: names.map((name) => ({ address: `${type}.${name}`, mode: "managed", type, name, provider_name, values })) },
  },
});

/** A bucket of a client that speaks to whatever store it is told. */
const store = (endpoint: string) => `
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}
provider "aws" {
  region = "eu-west-2"
  endpoints {
    s3 = "${endpoint}"
  }
}
resource "aws_s3_bucket" "n" {
  bucket = "b"
}
`;

const at = folderWith({
  "paris.json": planned("eu-west-2"),
  "newark.json": planned("us-east-2"),
  "api.json": planned("eu-west-2", { endpoints: [{ api: { references: ["var.r"] } }] }),
  "target.json": planned("eu-west-2", {}, [{ ...net, address: "outscale_public_ip.p", type: "outscale_public_ip", name: "p" }]),
  "state.json": state("outscale_net", OUTSCALE, { ip_range: "10.0.0.0/16" }),
  "empty.json": { format_version: "1.0", terraform_version: "1.11.4", values: { root_module: {} } },
  "other-program.json": state("outscale_net", "registry.terraform.io/acme/outscale", { ip_range: "10.0.0.0/16" }),
  "gone.json": state("outscale_net", OUTSCALE, { ip_range: "10.0.0.0/16" }, ["n", "gone"]),
  "store.json": state("aws_s3_bucket", "registry.terraform.io/hashicorp/aws", { bucket: "b", region: "eu-west-2" }),
  "store/main.tf": store("https://oos.eu-west-2.outscale.com"),
  "amazon/main.tf": store("https://s3.eu-west-3.amazonaws.com"),
  "by-value/main.tf": code("").replace('default = "eu-west-2"', "type = string"),
  "bent/main.tf": code(""),
  "bent/bent_override.tf": "provider {",
  "code/main.tf": code(""),
  "api/main.tf": code('  endpoints {\n    api = "https://api.${var.r}.outscale.com/api/v1"\n  }'),
  "there/main.tf": code('  endpoints {\n    api = "https://api.us-east-2.outscale.com/api/v1"\n  }'),
  "stored/main.tf": code("", 'terraform {\n  backend "s3" {\n    bucket = "b"\n    key = "k"\n    region = "eu-central-1"\n  }\n}\n'),
  "more/main.tf": code("", 'resource "outscale_public_ip" "p" {\n}\n'),
  "none/main.tf": code("", 'resource "outscale_public_ip" "p" {\n  count = 0\n}\n'),
  "program/main.tf": code(
    "",
    'terraform {\n  encryption {\n    key_provider "external" "k" {\n      command = ["./key.sh"]\n    }\n    method "aes_gcm" "m" {\n      keys = key_provider.external.k\n    }\n    state {\n      method = method.aes_gcm.m\n    }\n  }\n}\n',
  ),
  "other/main.tf": code("").replace('"outscale_net" "n"', '"outscale_net" "m"'),
});

const check = (args: readonly string[]) =>
  terroirHere([
    "check",
    ...args.map((one) => (one.startsWith("-") || /[,=]/.test(one) ? one : join(at, one))),
    "--rules",
    "residency,jurisdiction,state",
  ]);

it.each<[string, readonly string[], number, string]>([
  ["alone, the block's region is not known", ["paris.json"], 1, "the code does (terroir check --code DIR)"],
  ["the code says what the block gives", ["paris.json", "--code", "code"], 1, "state/backend"],
  ["with the plan's value of the variable, and not with its default", ["newark.json", "--code", "code"], 1, "us-east-2 is in New Jersey"],
  ["an address made of it", ["api.json", "--code", "api"], 1, "state/backend"],
  ["an address that is another's", ["api.json", "--code", "there"], 1, "us-east-2 is in New Jersey"],
  ["where state is kept is judged as well", ["paris.json", "--code", "stored"], 1, "Amazon"],
  ["what is made none of stands in the code alone", ["paris.json", "--code", "none"], 1, "state/backend"],
  ["a run that leaves something out", ["target.json", "--code", "more"], 1, "state/backend"],
  ["other code: it makes more", ["paris.json", "--code", "more"], 2, "outscale_public_ip.p stands in the code and not in the plan"],
  ["other code: it makes something else", ["paris.json", "--code", "other"], 2, "outscale_net.n stands in the plan and not in the code"],
  ["no code at all", ["paris.json", "--code", "nowhere"], 2, "nowhere"],
  ["a state alone, which has no provider blocks", ["state.json"], 1, "terroir check STATE --code DIR"],
  ["a state, and what its block gives by default", ["state.json", "--code", "code"], 1, "state/backend"],
  ["a state, and a value that is told", ["state.json", "--code", "by-value", "--var", "r=eu-west-2"], 1, "state/backend"],
  ["a state, and one that nobody tells", ["state.json", "--code", "by-value"], 1, "var.r"],
  ["a state, and one that is outside", ["state.json", "--code", "code", "--var", "r=us-east-2"], 1, "us-east-2 is in New Jersey"],
  ["a state, and an address that is another's", ["state.json", "--code", "there"], 1, "us-east-2 is in New Jersey"],
  ["a state whose net is another program's", ["other-program.json", "--code", "code"], 1, "acme/outscale"],
  ["a state with what the code has no more", ["gone.json", "--code", "code"], 1, "outscale_net.gone"],
  ["a state without anything", ["empty.json", "--code", "code"], 1, "state/backend"],
  ["a state of other code", ["state.json", "--code", "other"], 2, "is not the state of the code"],
  ["a bucket of a client in a state alone", ["store.json"], 1, "terroir check STATE --code DIR"],
  ["a bucket at Outscale's store", ["store.json", "--code", "store"], 1, "state/backend"],
  ["a bucket at Amazon's", ["store.json", "--code", "amazon"], 1, "Amazon Web Services"],
  ["a file of the code that cannot be read", ["paris.json", "--code", "bent"], 1, "bent_override.tf"],
  ["nor has a folder", ["code", "--code", "code"], 2, "is a folder"],
])("a plan and its code: %s", async (_, args, expected, says) => {
  const { code: ended, stdout, stderr } = await check(args);
  expect(`${stdout}${stderr}`).toContain(says);
  expect(ended).toBe(expected);
  // The net itself is refused where a place is outside or not known, and only there.
  const isRefused = !says.startsWith("state") && says !== "Amazon" && !says.startsWith("bent");
  if (expected === 1) expect(/outscale_net\.n\b|aws_s3_bucket\.n/.test(stdout)).toBe(isRefused && says !== "outscale_net.gone");
});

it.each(["paris.json", "state.json"])("%s and its code: the program that is asked for the key of the state is judged", async (shown) => {
  const { code: ended, stdout } = await terroirHere(["check", join(at, shown), "--code", join(at, "program"), "--rules", "execution"]);
  expect([ended, stdout]).toEqual([1, expect.stringContaining("terraform.encryption.key_provider.external.k")]);
});
