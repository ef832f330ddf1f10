import { describe, expect, it } from "vitest";
import { defaultPolicy, type Infrastructure, type Json, judge, readPlan } from "../../../guard/index.ts";
import { besidePlan, readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const KUBE = "ovh_cloud_project_kube";
const POOL = "ovh_cloud_project_kube_nodepool";
const clusters = `
terraform {
  required_providers {
    ovh      = { source = "ovh/ovh" }
    scaleway = { source = "scaleway/scaleway" }
  }
}
provider "ovh" {
  endpoint = "ovh-eu"
}
variable "regions" {
  default = { main = "GRA11", dr = "UK1" }
}
resource "${KUBE}" "k" {
  for_each = var.regions
  region   = each.value
}
`;
const pool = (over: string, id: string): string => `${clusters}resource "${POOL}" "p" {\n  for_each = ${over}\n  kube_id = ${id}\n}\n`;
const swapped = `{ for name, region in var.regions : name == "main" ? "dr" : "main" => ${KUBE}.k[name] }`;

const verdicts = (infrastructure: Infrastructure): Readonly<Record<string, string>> =>
  Object.fromEntries(
    judge([infrastructure], defaultPolicy, { rules: ["residency/region"] }).resources.map(({ address, verdict }) => [address, verdict]),
  );
const code = (text: string): Infrastructure => readFolderOfCode(folderWith({ "main.tf": text }), "terraform");

/** What the engine says of these pools: ids are not known, and references name the whole resource. */
const planned = (references: readonly string[], over: readonly string[]): Json => {
  const source = "registry.terraform.io/ovh/ovh";
  const change = (type: string, name: string, key: string, after: Json, unknown: Json): Json => ({
    address: `${type}.${name}["${key}"]`,
    mode: "managed",
    type,
    name,
    index: key,
    provider_name: source,
    change: { actions: ["create"], before: null, after, after_unknown: unknown, before_sensitive: false, after_sensitive: {} },
  });
  const block = (type: string, name: string, expressions: Json, each: readonly string[]): Json => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_config_key: "ovh",
    expressions,
    for_each_expression: { references: each },
  });
  return {
    format_version: "1.2",
    planned_values: { root_module: {} },
    resource_changes: [
      change(KUBE, "k", "main", { region: "GRA11" }, { id: true }),
      change(KUBE, "k", "dr", { region: "UK1" }, { id: true }),
      change(POOL, "p", "main", {}, { kube_id: true }),
      change(POOL, "p", "dr", {}, { kube_id: true }),
    ],
    configuration: {
      provider_config: { ovh: { name: "ovh", full_name: source, expressions: { endpoint: { constant_value: "ovh-eu" } } } },
      root_module: {
        resources: [
          block(KUBE, "k", { region: { references: ["each.value"] } }, ["var.regions"]),
          block(POOL, "p", { kube_id: { references } }, over),
        ],
      },
    },
  };
};

/** How it is written, and what a plan has of that. */
const WRITTEN: readonly (readonly [over: string, id: string, references: readonly string[], each: readonly string[]])[] = [
  [`${KUBE}.k`, "each.value.id", ["each.value.id", "each.value"], [`${KUBE}.k`]],
  ["var.regions", `${KUBE}.k[each.key].id`, [`${KUBE}.k`, "each.key"], ["var.regions"]],
];
const RIGHT = { [`${POOL}.p["main"]`]: "inside", [`${POOL}.p["dr"]`]: "outside" };

describe.each(WRITTEN)("a pool for each of %s, in %s", (over, id, references, each) => {
  const plan = (): Infrastructure => readPlan(planned(references, each), "plan.json");
  it("is where the cluster of its key is, in every view", () => {
    expect(verdicts(code(pool(over, id)))).toMatchObject(RIGHT);
    expect(verdicts(plan())).toMatchObject(RIGHT);
    expect(verdicts(besidePlan(plan(), code(pool(over, id))))).toMatchObject(RIGHT);
  });
});

describe("an instance under another's key", () => {
  it("is known where the code is at hand", () => {
    const plan = readPlan(planned(["each.value.id", "each.value"], ["var.regions", `${KUBE}.k`]), "plan.json");
    const wrong = { [`${POOL}.p["main"]`]: "outside", [`${POOL}.p["dr"]`]: "inside" };
    expect(verdicts(code(pool(swapped, "each.value.id")))).toMatchObject(wrong);
    expect(verdicts(besidePlan(plan, code(pool(swapped, "each.value.id"))))).toMatchObject(wrong);
    // A plan alone names a variable and a resource, and says nothing of which makes what.
    expect(verdicts(plan)).toMatchObject({ [`${POOL}.p["main"]`]: "undecided" });
  });

  it("is any of them where the plan has none of its key", () => {
    const plan = readPlan(planned([`${KUBE}.k`, "count.index"], []), "plan.json");
    const addresses = Object.entries(verdicts(plan)).filter(([address]) => address.startsWith(POOL));
    expect(addresses.map(([, verdict]) => verdict)).toEqual(["outside", "inside"]);
    const other = JSON.parse(
      JSON.stringify(planned([`${KUBE}.k`, "each.key"], [])).replaceAll(`${POOL}.p[\\"main\\"]`, `${POOL}.p[0]`),
    ) as Json;
    expect(verdicts(readPlan(other, "plan.json"))[`${POOL}.p[0]`]).toBe("outside");
  });
});

describe("a bucket by the name of each, which nobody knows yet", () => {
  const buckets = `${clusters}
resource "random_id" "s" {
  byte_length = 4
}
resource "scaleway_object_bucket" "b" {
  for_each = { main = "fr-par", dr = "nl-ams", us = "us-east-1" }
  name     = "\${each.key}-\${random_id.s.hex}"
  region   = each.value
}
`;
  const acl = (over: string, name: string): string =>
    `${buckets}resource "scaleway_object_bucket_acl" "a" {\n  for_each = ${over}\n  bucket = ${name}\n  acl = "private"\n}\n`;
  it.each([
    ["scaleway_object_bucket.b", "each.value.name"],
    ["toset(keys(scaleway_object_bucket.b))", "scaleway_object_bucket.b[each.key].name"],
    ["{ for key, bucket in scaleway_object_bucket.b : key => bucket }", "each.value.name"],
    ["{ main = values(scaleway_object_bucket.b)[1], us = values(scaleway_object_bucket.b)[2] }", "each.value.name"],
  ])("for each of %s, %s", (over, name) => {
    const found = verdicts(code(acl(over, name)));
    expect(found['scaleway_object_bucket_acl.a["main"]']).toBe("inside");
    expect(found['scaleway_object_bucket_acl.a["us"]']).not.toBe("inside");
  });
  it("is another where something is put beside the name", () => {
    expect(verdicts(code(acl("scaleway_object_bucket.b", '"x-${each.value.name}"')))['scaleway_object_bucket_acl.a["main"]']).toBe(
      "undecided",
    );
  });
});
