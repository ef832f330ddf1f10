import type { Json } from "../../../guard/values/json.ts";
import { bucket, CANADA, cluster, program, region } from "./document.ts";

type Files = Readonly<Record<string, Json>>;

const main = program(cluster());
const elsewhere = { resource: { ovh_cloud_project_kube: { k: { region: CANADA } } } };
const second = { resource: { ovh_cloud_project_kube: { us: { service_name: "a", region: CANADA, private_network_id: "n" } } } };
const variable = program(region("${var.r}", { variable: { r: { default: "GRA11" } } }));
const manifest = (folder: string): Json => ({ stacks: { s: { name: "s", workingDirectory: folder } } });

/** What stands beside a program, or in its place; the rule that must refuse it. */
export const FILES: Readonly<Record<string, readonly [rule: string, files: Files]>> = {
  "a second file": ["residency/region", { "cdk.tf.json": main, "a.tf.json": second }],
  "an override": ["residency/region", { "cdk.tf.json": main, "override.tf.json": elsewhere }],
  "an override by another name": ["residency/region", { "cdk.tf.json": main, "0_override.tf.json": elsewhere }],
  "two overrides, the later abroad": [
    "residency/region",
    {
      "cdk.tf.json": main,
      "a_override.tf.json": { resource: { ovh_cloud_project_kube: { k: { region: "SBG5" } } } },
      "b_override.tf.json": elsewhere,
    },
  ],
  "an override of the provider": [
    "jurisdiction/endpoint",
    { "cdk.tf.json": main, "override.tf.json": { provider: { ovh: { endpoint: "ovh-us" } } } },
  ],
  "an override of where the provider comes from": [
    "jurisdiction/operator",
    { "cdk.tf.json": main, "override.tf.json": { terraform: { required_providers: { ovh: { source: "evil/ovh" } } } } },
  ],
  "an override of the backend": [
    "state/backend",
    { "cdk.tf.json": main, "override.tf.json": { terraform: { backend: { gcs: { bucket: "b" } } } } },
  ],
  "an override of the backend by a cloud block": [
    "state/backend",
    { "cdk.tf.json": main, "override.tf.json": { terraform: { cloud: { organization: "a", workspaces: { name: "w" } } } } },
  ],
  "an override of a local": [
    "residency/region",
    { "cdk.tf.json": program(region("${local.r}", { locals: { r: "GRA11" } })), "override.tf.json": { locals: { r: CANADA } } },
  ],
  "an override of a variable's default": [
    "residency/region",
    { "cdk.tf.json": variable, "override.tf.json": { variable: { r: { default: CANADA } } } },
  ],
  "an override that adds copies": [
    "residency/replica",
    {
      "cdk.tf.json": program(bucket()),
      "override.tf.json": {
        resource: {
          ovh_cloud_project_storage: { b: { replication: { rules: [{ id: "a", destination: { name: "c", region: "BHS" } }] } } },
        },
      },
    },
  ],
  "an override that makes a second instance": [
    "residency/region",
    {
      "cdk.tf.json": main,
      "override.tf.json": { resource: { ovh_cloud_project_kube: { k: { for_each: { a: CANADA }, region: "${each.value}" } } } },
    },
  ],
  "an override of what runs it": [
    "jurisdiction/endpoint",
    {
      "cdk.tf.json": main,
      "override.tf.json": {
        provider: { ovh: [{ alias: "us", endpoint: "ovh-us" }] },
        resource: { ovh_cloud_project_kube: { k: { provider: "ovh.us" } } },
      },
    },
  ],
  "an override with a module": ["execution/opaque", { "cdk.tf.json": main, "override.tf.json": { module: { m: { source: "./m" } } } }],
  "an override with a command": [
    "execution/provisioner",
    {
      "cdk.tf.json": main,
      "override.tf.json": { resource: { ovh_cloud_project_kube: { k: { provisioner: { "local-exec": { command: "x" } } } } } },
    },
  ],
  "a value for a variable": ["residency/region", { "cdk.tf.json": variable, "terraform.tfvars.json": { r: CANADA } }],
  "a value by itself": ["residency/region", { "cdk.tf.json": variable, "z.auto.tfvars.json": { r: CANADA } }],
  "two values, the later abroad": [
    "residency/region",
    { "cdk.tf.json": variable, "a.auto.tfvars.json": { r: "SBG5" }, "b.auto.tfvars.json": { r: CANADA } },
  ],
  "a value of null before a default abroad": [
    "residency/region",
    {
      "cdk.tf.json": program(region('${coalesce(var.r, "GRA11")}', { variable: { r: { default: CANADA, nullable: false } } })),
      "terraform.tfvars.json": { r: null },
    },
  ],
  "a value in the native syntax": ["execution/opaque", { "cdk.tf.json": variable, "terraform.tfvars": `r = "${CANADA}"` }],
  "a value by itself in the native syntax": ["execution/opaque", { "cdk.tf.json": variable, "x.auto.tfvars": `r = "${CANADA}"` }],
  "the native syntax": ["execution/opaque", { "cdk.tf.json": main, "main.tf": `resource "ovh_x" "y" {}` }],
  "the native syntax of one engine": ["execution/opaque", { "cdk.tf.json": main, "main.tofu": `resource "ovh_x" "y" {}` }],
  "JSON of one engine": ["execution/opaque", { "cdk.tf.json": main, "main.tofu.json": second }],
  "an override of one engine": ["execution/opaque", { "cdk.tf.json": main, "override.tofu": "" }],
  "a file in place of ours, for one engine": ["execution/opaque", { "cdk.tf.json": main, "cdk.tofu.json": second }],
  "a stack's file": ["execution/opaque", { "cdk.tf.json": main, "x.tfstack.hcl": "" }],
  "a query's file": ["execution/opaque", { "cdk.tf.json": main, "x.tfquery.hcl": "" }],
  "the engine's settings": ["execution/opaque", { "cdk.tf.json": main, ".terraformrc": "provider_installation {}" }],
  "a stack that the manifest does not name": [
    "residency/region",
    { "manifest.json": { stacks: {} }, "stacks/a/cdk.tf.json": main, "stacks/b/cdk.tf.json": program(second) },
  ],
  "a stack that the manifest puts elsewhere": [
    "residency/region",
    { "manifest.json": manifest("hidden/s"), "stacks/a/cdk.tf.json": main, "hidden/s/cdk.tf.json": program(second) },
  ],
  "a stack beside the stacks": [
    "residency/region",
    { "manifest.json": { stacks: {} }, "stacks/a/cdk.tf.json": main, "main.tf.json": program(second) },
  ],
  "a stack whose name begins with a dot": [
    "residency/region",
    { "manifest.json": { stacks: {} }, "stacks/a/cdk.tf.json": main, "stacks/.b/cdk.tf.json": program(second) },
  ],
};

/** What cannot be judged at all: an error in words, never a verdict. */
export const BROKEN: Readonly<Record<string, Files>> = {
  "an empty file": { "cdk.tf.json": "" },
  "half a file": { "cdk.tf.json": JSON.stringify(main).slice(0, -40) },
  "a key that comes twice": { "cdk.tf.json": `{"resource":{"ovh_cloud_project_kube":{"k":{"region":"GRA11","region":"${CANADA}"}}}}` },
  "a key that comes twice, once in signs": {
    "cdk.tf.json": `{"resource":{"ovh_cloud_project_kube":{"k":{"region":"GRA11","\\u0072egion":"${CANADA}"}}}}`,
  },
  "a section that comes twice": { "cdk.tf.json": `{"resource":{},"resource":${JSON.stringify(second.resource)}}` },
  "a mark of byte order": { "cdk.tf.json": `\ufeff${JSON.stringify(main)}` },
  "a resource that is declared twice": { "cdk.tf.json": main, "b.tf.json": elsewhere },
  "a number that is more exact than any computer": { "cdk.tf.json": '{"locals":{"n":1.0000000000000000001},"resource":{}}' },
  "a list at the top": { "cdk.tf.json": "[]" },
  "a text for a block": { "cdk.tf.json": { resource: "x" } },
  "a manifest that leaves the folder": { "manifest.json": manifest("../elsewhere"), "stacks/a/cdk.tf.json": main },
  "a manifest that names the root": { "manifest.json": manifest("/etc"), "stacks/a/cdk.tf.json": main },
  "a manifest that names what is not there": { "manifest.json": manifest("stacks/none"), "stacks/a/cdk.tf.json": main },
  "depth without end": { "cdk.tf.json": `{"locals":{"a":${"[".repeat(5000)}${"]".repeat(5000)}}}` },
  "nothing at all": { "readme.txt": "x" },
};
