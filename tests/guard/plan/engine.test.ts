import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { defaultPolicy, judge, readPlan, readSynthesized } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { planJson } from "../../../rehearsal/index.ts";
import { engines } from "../../rehearsal/real-engines.ts";

const folder = mkdtempSync(join(tmpdir(), "terroir-views-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const p = "abc";
const cluster = (region: string) => ({ service_name: p, name: "c", region });
const pool = (kube_id: string) => ({ service_name: p, kube_id, name: "pool", flavor_name: "b3-8" });
const node = (region: string) => ({ region, network_id: "n", subnet_id: "s" });

/** Places inside and outside, by every way that both views can see. */
const PROGRAM: Json = {
  terraform: { required_providers: { ovh: { source: "ovh/ovh" } }, backend: { local: { path: "x.tfstate" } } },
  provider: { ovh: [{ endpoint: "ovh-eu" }, { alias: "us", endpoint: "ovh-us" }] },
  variable: { site: { default: "SBG5" }, far: { default: "BHS5" }, sites: { default: { a: "GRA11", b: "BHS5" } } },
  locals: { home: "GRA11" },
  resource: {
    ovh_cloud_project_kube: {
      literal: cluster("GRA11"),
      outside: cluster("BHS5"),
      variable: cluster("${var.site}"),
      far: cluster("${var.far}"),
      local: cluster("${local.home}"),
      joined: cluster('${join("-", ["US", "EAST", "VA", "1"])}'),
      copied: cluster("${ovh_cloud_project_kube.outside.region}"),
      unknown: cluster("${ovh_cloud_project_kube.outside.id}"),
      each: { for_each: "${var.sites}", ...cluster("${each.value}") },
      pair: { for_each: { a: "GRA11", b: "GRA11" }, ...cluster("${each.value}") },
      counted: { count: 2, ...cluster('${element(["GRA11", "UK1"], count.index)}') },
      american: { provider: "ovh.us", ...cluster("GRA11") },
    },
    ovh_cloud_project_kube_nodepool: {
      home: pool("${ovh_cloud_project_kube.literal.id}"),
      away: pool("${ovh_cloud_project_kube.outside.id}"),
      // A plan does not say which instance a key belongs to: all of them have to be inside.
      each: { for_each: "${ovh_cloud_project_kube.pair}", ...pool("${each.value.id}") },
      literal: pool("12345"),
    },
    ovh_cloud_project_kube_iprestrictions: {
      home: { service_name: p, kube_id: "${ovh_cloud_project_kube.literal.id}", ips: ["91.198.174.0/24"] },
      open: { service_name: p, kube_id: "${ovh_cloud_project_kube.variable.id}", ips: ["0.0.0.0/0"] },
    },
    ovh_cloud_project_storage: {
      plain: { service_name: p, region_name: "GRA", name: "a" },
      sealed: { service_name: p, region_name: "GRA", name: "b", encryption: { sse_algorithm: "AES256" } },
      copied: {
        service_name: p,
        region_name: "GRA",
        name: "c",
        encryption: { sse_algorithm: "AES256" },
        replication: { rules: [{ id: "r", status: "enabled", priority: 1, destination: { name: "x", region: "BHS" } }] },
      },
    },
    ovh_cloud_project_database: {
      home: {
        service_name: p,
        engine: "postgresql",
        version: "16",
        plan: "essential",
        flavor: "db1-4",
        nodes: [node("GRA")],
        backup_regions: ["GRA", "SBG"],
      },
      away: { service_name: p, engine: "postgresql", version: "16", plan: "essential", flavor: "db1-4", nodes: [node("BHS")] },
      public: { service_name: p, engine: "postgresql", version: "16", plan: "essential", flavor: "db1-4", nodes: [{ region: "GRA" }] },
    },
    // A nested attribute: the plan tells the references of its members together.
    ovh_cloud_network_private_vrack: { n: { service_name: p, region: "GRA11", name: "n" } },
    ovh_cloud_network_private_vrack_subnet: {
      s: { service_name: p, region: "GRA11", name: "s", network_id: "${ovh_cloud_network_private_vrack.n.id}", cidr: "10.0.0.0/24" },
    },
    ovh_cloud_instance: {
      inside: {
        service_name: p,
        region: "GRA11",
        name: "m",
        flavor_id: "f",
        image_id: "i",
        security_group_ids: [],
        networks: [{ network_id: "${ovh_cloud_network_private_vrack.n.id}", subnet_id: "${ovh_cloud_network_private_vrack_subnet.s.id}" }],
      },
    },
    ovh_domain_zone_record: { www: { zone: "example.org", fieldtype: "A", target: "91.198.174.1", subdomain: "www" } },
  },
};
writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(PROGRAM));

// A plan says neither the backend, nor how an expression of a provider block is computed.
const APART = /^terraform\.backend/;

describe.each(engines)("the plan that %s makes", (_, engine) => {
  it("gets the same verdicts as the program that it was made from", async () => {
    const { plan } = await planJson(folder, { engine });
    const options = { asOf: "2026-11-23" } as const;
    const written = judge(readSynthesized(folder), defaultPolicy, options);
    const planned = judge([readPlan(plan as Json, "plan.json", { madeUp: "rehearsal-" })], defaultPolicy, options);
    const verdicts = (report: typeof written) =>
      Object.fromEntries(
        report.resources
          .filter(({ address }) => !APART.test(address))
          .map(({ address, verdict, place }) => [address, [verdict, place?.region ?? null, place?.country ?? null]]),
      );
    expect(verdicts(planned)).toEqual(verdicts(written));
    expect(planned.summary.outside).toBeGreaterThan(8);
    expect(planned.summary.inside).toBeGreaterThan(2);

    const reasons = (report: typeof written) =>
      report.findings
        .filter(({ address }) => !APART.test(address))
        .map(({ rule, address, path, verdict }) => [address, rule, path, verdict].join(" "));
    expect(reasons(planned)).toEqual(reasons(written));
  });
});
