import type { Json } from "../values/json.ts";
import type { TerraformExample } from "./rule.ts";

/** Configurations for the examples of rules: one resource each, with as little around it as the rule needs. */

type Body = { readonly [attribute: string]: Json };

const sources: Readonly<Record<string, string>> = {
  exoscale: "exoscale/exoscale",
  hcloud: "hetznercloud/hcloud",
  outscale: "outscale/outscale",
  ovh: "ovh/ovh",
  scaleway: "scaleway/scaleway",
  stackit: "stackitcloud/stackit",
  upcloud: "upcloudltd/upcloud",
};

/** One resource of a type, and the source of its provider. */
export function sample(type: string, body: Body, beside: TerraformExample = {}): TerraformExample {
  const local = type.slice(0, type.indexOf("_"));
  const source = sources[local] ?? `hashicorp/${local}`;
  return { terraform: { required_providers: { [local]: { source } } }, resource: { [type]: { example: body } }, ...beside };
}

/** The resources of a sample, to stand beside others. */
export const resourcesOf = (example: TerraformExample): TerraformExample => (example["resource"] ?? {}) as TerraformExample;

/** The same with a variable without default, `${var.unknown}`, which nobody can know beforehand. */
export const unclear = (type: string, body: Body): TerraformExample => sample(type, body, { variable: { unknown: {} } });

/** An OVHcloud bucket in Gravelines. */
export const bucket = (more: Body = {}): TerraformExample =>
  sample("ovh_cloud_project_storage", { service_name: "abc", name: "media", region_name: "GRA", ...more });

/** A managed PostgreSQL of OVHcloud in Gravelines, in a private network. */
export const database = (more: Body = {}): TerraformExample =>
  sample("ovh_cloud_project_database", {
    service_name: "abc",
    engine: "postgresql",
    version: "17",
    plan: "production",
    flavor: "db2-7",
    nodes: [
      { region: "GRA", network_id: "n", subnet_id: "s" },
      { region: "GRA", network_id: "n", subnet_id: "s" },
    ],
    ...more,
  });

/** A managed PostgreSQL of Scaleway. */
export const rdb = (more: Body = {}): TerraformExample =>
  sample("scaleway_rdb_instance", { name: "orders", node_type: "DB-DEV-S", engine: "PostgreSQL-15", region: "fr-par", ...more });

/** A security group of OVHcloud with one rule. */
export const group = (rule: Body): TerraformExample =>
  sample("ovh_cloud_security_group", { service_name: "abc", region: "GRA11", name: "g", rule: [rule] });
