import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../guard/values/json.ts";
import { readSynthesized } from "../../../guard/views/synthesized.ts";
import { addresses, at, folder } from "./reading.ts";

const cached = join(homedir(), ".cache", "terroir", "engines", "opentofu-1.12.6", "tofu");
const engines = ["terraform", cached].filter((name) => (name === cached ? existsSync(cached) : spawnSync(name, ["version"]).status === 0));

/** Files of one folder, in which every route ends in an `input` that the engine computes while it plans. */
const FILES: Readonly<Record<string, Json>> = {
  "cdk.tf.json": {
    "//": { metadata: { stackName: "s" } },
    terraform: { backend: { local: { path: "s.tfstate" } } },
    variable: {
      region: { default: "GRA11", type: "string" },
      given: { default: "GRA11" },
      auto: { default: "GRA11" },
      list: { type: "set(string)", default: ["b", "a", "b"] },
      object: {
        type: 'list(object({region = optional(string, "US"), zone = optional(string)}))',
        default: [{}, { region: "A", extra: 1 }],
      },
      literal: { default: "${not.a.template}" },
    },
    locals: [
      { l: "${var.region}", map: { a: { r: "A" }, b: { r: "${local.l}" } } },
      { "//": "a comment", overridden: "before", commented: { "//": "x", dynamic: { a: { content: "y" } } } },
    ],
    resource: {
      terraform_data: {
        literal: { input: "US" },
        variable: { input: "${var.region}" },
        given: { input: "${var.given}" },
        auto: { input: "${var.auto}" },
        typed: { input: "${[for k, v in var.list : k]}" },
        optional: { input: "${var.object[*].region}" },
        unescaped: { input: "$${var.region} %%{x} ${var.literal}" },
        local: { input: "${local.map.b.r}-${local.overridden}" },
        reference: { input: "${terraform_data.variable.input}" },
        keyed: { for_each: "${local.map}", input: "${each.key}=${each.value.r}" },
        counted: { count: 2, input: '${element(["x", "y", "z"], count.index + 1)}' },
        indexed: { input: '${terraform_data.keyed["b"].input} ${terraform_data.counted[1].input}' },
        splat: { input: "${terraform_data.counted[*].input}" },
        set: { for_each: '${toset(["q", "p"])}', input: "${each.value}" },
        // A comment's key is a key like others wherever an expression stands.
        commented: { "//": "a comment", for_each: { "//": "US", b: "GRA11" }, input: "${each.key}=${each.value}" },
        commentedLocal: { input: "${jsonencode(local.commented)}" },
        replaced: { input: "before", triggers_replace: "kept" },
        templated: { input: { "${var.region}": ["${var.region}", { deep: "${upper(var.given)}" }] } },
        path: { input: "${path.module}" },
        chosen: { input: '${var.region == "GRA11" ? [for r in ["a", "b"] : upper(r) if r != "a"] : []}' },
        computed: { input: "${terraform_data.literal.id}" },
      },
    },
  },
  "more.tf.json": { resource: [{ terraform_data: [{ more: [{ input: "more" }] }] }], locals: { other: 1 } },
  "z_override.tf.json": { resource: { terraform_data: { replaced: { input: "after" } } }, locals: { overridden: "after" } },
  "terraform.tfvars.json": { given: "SBG5", auto: "SBG5" },
  "x.auto.tfvars.json": { auto: "WAW1" },
  ".hidden_override.tf.json": { resource: { terraform_data: { replaced: { input: "hidden" } } } },
};

describe.each(engines)("what %s plans", (engine) => {
  const root = folder(FILES);
  const run = (...args: string[]) =>
    execFileSync(engine, args, {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_CLI_CONFIG_FILE: "/dev/null" },
    });
  run("init", "-input=false", "-no-color");
  run("plan", "-input=false", "-no-color", "-out=p");
  const plan = JSON.parse(run("show", "-json", "p")) as {
    planned_values: { root_module: { resources: { address: string; values: { input?: Json; triggers_replace?: Json } }[] } };
  };
  const planned = plan.planned_values.root_module.resources;
  const [read] = readSynthesized(root);
  if (read === undefined) throw new Error("nothing read");

  it("has the same addresses as what is read", () => {
    expect([...addresses(read, "resource")].sort()).toEqual(planned.map(({ address }) => address).sort());
  });

  it.each(planned.map(({ address, values }) => [address, values.input] as const))(
    "%s has the same value as what is read",
    (address, input) => {
      const readings = at(read, address).read("input");
      if (input === undefined) return expect(readings).toMatchObject([{ value: { kind: "unknown", refs: ["terraform_data.literal"] } }]);
      const values = readings.map(({ value }) => (value.kind === "known" ? value.value : value.kind));
      expect(values).toEqual(Array.isArray(input) ? input : [input]);
    },
  );

  it("keeps what an override does not say", () => {
    expect(at(read, "terraform_data.replaced").read("triggers_replace")).toMatchObject([{ value: { value: "kept" } }]);
  });
});

it("was asked of one engine at least", () => {
  expect(engines.length).toBeGreaterThan(0);
});
