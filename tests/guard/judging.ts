import { defaultPolicy, type Finding, judge, type Policy, type Report, readDocument, readPlan } from "../../guard/index.ts";
import type { JudgeOptions } from "../../guard/judging/judge.ts";
import type { Json } from "../../guard/values/json.ts";

export type Document = { readonly [key: string]: Json };

/** What every program has: where state is kept, whose provider it is, and which endpoint it calls. */
export const SURROUNDINGS: Document = {
  terraform: {
    required_providers: { ovh: { source: "ovh/ovh" } },
    backend: { s3: { bucket: "b", key: "k", region: "gra", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } } },
  },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
};

export const AS_OF = "2026-11-23";

export function judged(document: Document, policy: Policy = defaultPolicy, options: JudgeOptions = {}): Report {
  return judge([readDocument({ ...SURROUNDINGS, ...document }, "cdk.tf.json")], policy, { asOf: AS_OF, ...options });
}

/** One resource of a type, under the usual surroundings. */
export const resource = (type: string, body: Document): Document => ({ resource: { [type]: { r: body } } });

export const verdictOf = (report: Report, address: string): string | undefined =>
  report.resources.find((one) => one.address === address)?.verdict;

export const refusedBy = (report: Report, rule: string): readonly Finding[] =>
  report.findings.filter((one) => one.rule === rule && (one.verdict === "outside" || one.verdict === "undecided"));

/** One planned change, as `show -json` has it. */
export function change(address: string, after: Json, more: { readonly [key: string]: Json } = {}): Json {
  const [type = "", name = ""] = (address.split(/\.(?=[^.]+\.[^.]+$)/).at(-1) ?? "")
    .replace(/^.*?((?:[^.]+)\.(?:[^.]+))$/, "$1")
    .split(".");
  const { change: inner, ...outer } = more;
  return {
    address,
    mode: "managed",
    type,
    name: name.replace(/\[.*$/, ""),
    provider_name: "registry.terraform.io/ovh/ovh",
    ...outer,
    change: {
      actions: ["create"],
      before: null,
      after,
      after_unknown: {},
      before_sensitive: false,
      after_sensitive: {},
      ...(inner as object),
    },
  };
}

export function plan(changes: readonly Json[], more: { readonly [key: string]: Json } = {}): { readonly [key: string]: Json } {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {},
    resource_changes: changes,
    configuration: {
      provider_config: {
        ovh: { name: "ovh", full_name: "registry.terraform.io/ovh/ovh", expressions: { endpoint: { constant_value: "ovh-eu" } } },
      },
      root_module: {
        resources: changes.map((one) => {
          const { type = "", name = "" } = one as { readonly type?: string; readonly name?: string };
          return { address: `${type}.${name}`, mode: "managed", type, name, provider_config_key: "ovh", expressions: {} };
        }),
      },
    },
    ...more,
  };
}

export const judgedPlan = (json: Json, policy: Policy = defaultPolicy): Report =>
  judge([readPlan(json, "plan.json")], policy, { asOf: AS_OF });
