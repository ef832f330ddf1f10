import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, it } from "vitest";
import { SynthesizedStack } from "../../../engines/pulumi/index.ts";
import type { Document } from "../../guard/judging.ts";
import { moduleOf } from "./module.ts";

beforeAll(async () => {
  await pulumi.runtime.setMocks({ newResource: ({ name, inputs }) => ({ id: name, state: inputs }), call: ({ inputs }) => inputs });
});

const net = (more: Document = {}): Document => ({
  resource: { ovh_cloud_project_network_private: { n: { name: "n", regions: ["GRA11"], ...more } } },
});
const said = (text: string): Document => net({ name: text });

let stacks = 0;
const register = (json: Document, given: Readonly<Record<string, unknown>> = {}) =>
  new SynthesizedStack(`s${stacks++}`, moduleOf(json), { variables: given });

describe("what has no counterpart is told when it is registered, with its address", () => {
  it.each<readonly [what: string, json: Document, says: RegExp]>([
    ["a module", { module: { m: { source: "./m" } } }, /module\.m: a Terraform module/],
    ["an ephemeral resource", { ephemeral: { random_password: { p: {} } } }, /ephemeral\.random_password\.p/],
    [
      "a provisioner",
      net({ provisioner: [{ "local-exec": { command: "true" } }] }),
      /network_private\.n\.provisioner: Pulumi has no provisioners/,
    ],
    ["a precondition", net({ lifecycle: { precondition: [{ condition: true, error_message: "no" }] } }), /lifecycle\.precondition/],
    ["a check", { check: { c: { assert: [{ condition: true, error_message: "no" }] } } }, /check\.c: Pulumi has no checks/],
    ["a removed block", { removed: { from: "ovh_cloud_project_network_private.n", lifecycle: { destroy: false } } }, /removed ovh_cloud/],
    ["a file", said('${file("x")}'), /network_private\.n: file\(\) has no counterpart/],
    ["the time", said("${timestamp()}"), /timestamp\(\)/],
    ["a path", said("${path.module}"), /path\.module has no counterpart/],
    ["a workspace", said("${terraform.workspace}"), /terraform\.workspace/],
    ["an expression that cannot be read", said("${1 +}"), /cannot be read/],
    ["a directive without an end", said("%{ if true }a"), /cannot be read/],
    ["what is not declared", said("${ovh_cloud_project_kube.k.id}"), /nothing here is called ovh_cloud_project_kube\.k/],
    ["a local that is not declared", said("${local.x}"), /local\.x/],
    [
      "a variable without a value",
      { variable: { v: { type: "string" } }, ...said("${var.v}") },
      /var\.v has no value: `pulumi config set v/,
    ],
    [
      "a variable against its validation",
      {
        variable: { v: { default: "no", validation: [{ condition: '${var.v == "yes"}', error_message: "say yes" }] } },
        ...said("${var.v}"),
      },
      /say yes/,
    ],
    ["a circle", { locals: { a: "${local.b}", b: "${local.a}" }, ...said("${local.a}") }, /refers to itself/],
    [
      "keys that are known later",
      {
        resource: {
          ovh_cloud_project_network_private: {
            n: { name: "n", regions: ["GRA11"] },
            m: { for_each: "${toset([ovh_cloud_project_network_private.n.id])}", name: "m", regions: ["GRA11"] },
          },
        },
      },
      /network_private\.m: for_each must be known/,
    ],
    [
      "a type that the package does not have",
      { resource: { ovh_nowhere: { n: {} } } },
      /the Pulumi package ovh has no counterpart of ovh_nowhere/,
    ],
    ["an attribute that the package does not have", net({ nothing: 1 }), /nothing has no counterpart/],
    ["a provider that nobody knows", { resource: { acme_thing: { t: {} } } }, /nothing here knows hashicorp\/acme/],
    [
      "another program's state",
      {
        data: { terraform_remote_state: { other: { backend: "local", config: { path: "x" } } } },
        ...said("${data.terraform_remote_state.other.outputs.name}"),
      },
      /terraform_remote_state\.other: it reads the state of another program/,
    ],
    ["an alias of no provider block", net({ provider: "ovh.us" }), /no provider block is called ovh\.us/],
  ])("%s", (_what, json, says) => {
    expect(() => register(json)).toThrow(says);
  });

  it("all of it at once", () => {
    expect(() => register({ ...said("${timestamp()}"), data: { ovh_me: { me: { nothing: "${uuid()}" } } } })).toThrow(
      /uuid\(\)[\s\S]*timestamp\(\)/,
    );
  });

  it("a variable that the stack does not declare", () => {
    expect(() => register(net(), { typo: 1 })).toThrow(/var\.typo is given, and the stack declares no such variable/);
  });
});
