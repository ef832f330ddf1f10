import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultPolicy, judge, readPlan } from "../../../guard/index.ts";
import { besidePlan, readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const RUNS = ["test", "prod", "x-1"] as const;

/** A text that one run may compute otherwise than another, written in any of the ways that people choose by. */
const { text } = fc.letrec<{ text: string; when: string }>((tie) => ({
  when: fc.oneof(
    fc.constantFrom(
      "true",
      'var.env == "prod"',
      'var.env != "prod"',
      "local.isTest",
      'can(regex("^pr(od)?$", var.env))',
      "can(tonumber(var.env))",
    ),
    fc.tuple(tie("text"), tie("text")).map(([a, b]) => `${a} == ${b}`),
    tie("text").map((a) => `contains(["ash"], lower(${a}))`),
  ),
  text: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom('"fsn1"', '"ash"', "local.chosen", 'lookup(local.by, var.env, "fsn1")', "local.by.test"),
    fc.tuple(tie("when"), tie("text"), tie("text")).map(([when, a, b]) => `(${when} ? ${a} : ${b})`),
    fc.tuple(tie("text"), tie("text")).map(([a, b]) => `try([for l in [${a}, "ash", "fsn1"] : l if l != ${b}][0], "fsn1")`),
    fc.tuple(tie("text"), tie("text")).map(([a, b]) => `one(distinct([${a}, ${a}, coalesce(null, ${a})])) == "" ? ${b} : ${a}`),
    fc.tuple(tie("text"), tie("text")).map(([a, b]) => `{ for l in [${a}] : "k" => l }[${b} == "" ? "none" : "k"]`),
    tie("text").map((a) => `element(keys({ (${a}) = 1 }), 0)`),
    tie("text").map((a) => `"\${substr(base64gzip("x"), 0, 0)}\${${a}}"`),
    tie("text").map((a) => `jsondecode(jsonencode({ l = ${a} })).l`),
    tie("text").map((a) => `replace(${a}, "/^$/", "fsn1")`),
  ),
}));

const code = (expression: string): string => `
variable "env" {}
locals {
  by     = { test = "fsn1", prod = "ash" }
  isTest = startswith(var.env, "te")
  chosen = [for k, v in local.by : v if (k == "prod") == (var.env == "prod")][0]
}
resource "hcloud_volume" "v" {
  name     = "v"
  size     = 10
  location = ${expression}
}
`;

/** What one run makes of it, where that is certain. */
function placeIn(folder: string, env: string): string | undefined {
  const { find } = readFolderOfCode(folder, "terraform", { TF_VAR_env: env });
  const [reading] = find("hcloud_volume.v")?.read("location") ?? [];
  return reading?.value.kind === "known" ? String(reading.value.value) : undefined;
}

const plan = (location: string): Parameters<typeof readPlan>[0] => ({
  format_version: "1.2",
  planned_values: { root_module: {} },
  resource_changes: [
    {
      address: "hcloud_volume.v",
      mode: "managed",
      type: "hcloud_volume",
      name: "v",
      provider_name: "registry.terraform.io/hetznercloud/hcloud",
      change: { actions: ["create"], before: null, after: { location }, after_unknown: {}, before_sensitive: false, after_sensitive: {} },
    },
  ],
  configuration: { root_module: { resources: [{ address: "hcloud_volume.v", mode: "managed", type: "hcloud_volume", name: "v" }] } },
});

it("accepts by the plan of one run nothing that another run puts elsewhere", () => {
  let told = 0;
  fc.assert(
    fc.property(text, (expression) => {
      const folder = folderWith({ "main.tf": code(expression) });
      const places = RUNS.map((env) => placeIn(folder, env));
      const written = readFolderOfCode(folder, "terraform");
      if (!places.includes("ash")) return;
      for (const place of places) {
        if (place === undefined) continue;
        told++;
        const { resources } = judge([besidePlan(readPlan(plan(place), folder), written)], defaultPolicy, { rules: ["residency/region"] });
        expect(resources.find(({ type }) => type === "hcloud_volume")?.verdict).not.toBe("inside");
      }
    }),
    { numRuns: Number(process.env["TERROIR_RUNS"] ?? 60) },
  );
  expect(told).toBeGreaterThan(10);
});
