import { describe, expect, it } from "vitest";
import { defaultPolicy, definePolicy } from "../../guard/index.ts";
import { type Document, judged, refusedBy, resource, verdictOf } from "./judging.ts";

const bucket = (more: Document): Document =>
  resource("ovh_cloud_project_storage", { service_name: "p", name: "b", region_name: "GRA", ...more });

describe("encryption at rest", () => {
  const under = (document: Document, accept: string) =>
    judged(document, definePolicy({ parameters: { "encryption/at-rest": { accept } } }), { rules: ["encryption"] });
  const database = resource("ovh_cloud_project_database", {
    service_name: "p",
    engine: "postgresql",
    nodes: [{ region: "GRA", network_id: "n", subnet_id: "s" }],
  });
  const server = resource("ovh_vps", { display_name: "v" });

  it.each([
    ["proved", bucket({ encryption: { sse_algorithm: "AES256" } }), ["inside", "inside", "inside"]],
    ["contradicted", bucket({}), ["refused", "refused", "refused"]],
    ["claimed by the operator", database, ["inside", "inside", "refused"]],
    ["not shown", server, ["inside", "refused", "refused"]],
  ] as const)("%s", (_, document, verdicts) => {
    expect(["shown", "claimed", "proved"].map((accept) => under(document, accept).verdict)).toEqual(verdicts);
  });

  it("takes no word that nobody knows for a weaker demand", () => {
    expect(() => under(database, "prooved")).toThrow('accept to "prooved". Write one of shown, claimed, proved.');
  });

  it("says by whose word, and never counts what is not shown as inside", () => {
    const claimed = under(database, "shown").findings[0];
    expect(claimed).toMatchObject({ verdict: "inside" });
    expect(claimed?.message).toMatch(/operator's own claim.*https:\/\//s);
    const silent = under(server, "shown");
    expect(verdictOf(silent, "ovh_vps.r")).toBe("not-applicable");
    expect(silent.findings[0]?.message).toMatch(/not shown/);
  });
});

describe("replicas", () => {
  const replicated = (...regions: readonly string[]) =>
    bucket({
      replication: {
        rules: regions.map((region, i) => ({ id: `r${i}`, status: "enabled", priority: i, destination: { name: "x", region } })),
      },
    });
  const verdict = (document: Document) => judged(document, undefined, { rules: ["residency/replica"] });

  it("names the one that leaves", () => {
    const report = verdict(replicated("SBG", "BHS", "DE"));
    expect(refusedBy(report, "residency/replica").map(({ path, value }) => [path, value])).toEqual([
      ["replication.rules[1].destination.region", "BHS"],
    ]);
  });

  it.each([
    [["SBG", "DE"], "inside"],
    [["UK"], "refused"],
    [["GRA99"], "refused"],
    [["${var.r}"], "refused"],
    [["all"], "refused"],
  ] as const)("%j: %s", (regions, wanted) => {
    expect(verdict({ variable: { r: {} }, ...replicated(...regions) }).verdict).toBe(wanted);
  });

  it("judges where the operator sends backups by itself", () => {
    const database = (region: string, backup_regions?: readonly string[]) => {
      const body = { service_name: "p", nodes: [{ region }], ...(backup_regions && { backup_regions }) };
      return judged(resource("ovh_cloud_project_database", body), undefined, { rules: ["residency/backup"] }).verdict;
    };
    expect(database("GRA")).toBe("inside");
    expect(database("GRA", ["GRA", "DE"])).toBe("inside");
    expect(database("GRA", ["BHS"])).toBe("refused");
    expect(database("EU-WEST-PAR")).toBe("inside");
    // The table of the operator's choices does not know it.
    expect(database("EU-WEST-LZ-AMS")).toBe("refused");
  });
});

describe("networks of caches", () => {
  it("are refused once, where they are ordered, and in their own words", () => {
    const pipeline = "${scaleway_edge_services_pipeline.shop.id}";
    const report = judged(
      {
        terraform: { required_providers: { scaleway: { source: "scaleway/scaleway" } } },
        resource: {
          scaleway_edge_services_pipeline: { shop: { name: "shop" } },
          scaleway_edge_services_cache_stage: { c: { pipeline_id: pipeline } },
          scaleway_edge_services_tls_stage: { t: { pipeline_id: pipeline } },
        },
      },
      undefined,
      { rules: ["residency"] },
    );
    expect(report.findings.filter(({ verdict }) => verdict !== "inside" && verdict !== "not-applicable")).toMatchObject([
      {
        rule: "residency/cdn",
        address: "scaleway_edge_services_pipeline.shop",
        verdict: "undecided",
        message: expect.stringMatching(/^its cache goes elsewhere: Edge Services answer from points of presence that Scaleway chooses/),
      },
    ]);
  });
});

describe("ingress", () => {
  const group = (rules: readonly Document[]): Document =>
    resource("ovh_cloud_security_group", { service_name: "p", region: "GRA11", name: "g", rule: rules as never });
  const rule = (remote_ip_prefix: string | undefined, more: Document = {}): Document => ({
    direction: "INGRESS",
    protocol: "TCP",
    port_range_min: 22,
    port_range_max: 22,
    ...(remote_ip_prefix !== undefined && { remote_ip_prefix }),
    ...more,
  });
  const verdict = (rules: readonly Document[], policy = defaultPolicy) =>
    verdictOf(judged({ variable: { from: {} }, ...group(rules) }, policy, { rules: ["isolation/ingress"] }), "ovh_cloud_security_group.r");

  it.each([
    ["everybody", [rule("0.0.0.0/0")], "outside"],
    ["everybody, written otherwise", [rule("203.0.113.7/0")], "outside"],
    ["everybody in version 6", [rule("::/0")], "outside"],
    ["everybody in version 6, written long", [rule("0:0:0:0:0:0:0:0/0")], "outside"],
    ["two halves", [rule("0.0.0.0/1"), rule("128.0.0.0/1")], "outside"],
    ["one half", [rule("128.0.0.0/1")], "outside"],
    ["many splits", Array.from({ length: 64 }, (_, i) => rule(`${i * 4}.0.0.0/6`)), "outside"],
    ["a large block of somebody's", [rule("3.0.0.0/8")], "outside"],
    ["an office", [rule("91.198.174.0/24")], "inside"],
    ["one address", [rule("91.198.174.1")], "inside"],
    ["private networks", [rule("10.0.0.0/8"), rule("192.168.0.0/16"), rule("fd00::/8")], "inside"],
    ["nobody", [], "inside"],
    ["going out to everybody", [rule("0.0.0.0/0", { direction: "EGRESS" })], "inside"],
    ["a direction that nobody knows", [rule("0.0.0.0/0", { direction: "${var.from}" })], "outside"],
    ["no range named", [rule(undefined)], "outside"],
    ["a group in place of a range", [rule(undefined, { remote_group_id: "g" })], "inside"],
    ["a range that nobody knows", [rule("${var.from}")], "undecided"],
    ["no range at all", [rule("anywhere")], "undecided"],
    ["a range too precise", [rule("10.0.0.0/33")], "undecided"],
  ])("%s", (_, rules, wanted) => {
    expect(verdict(rules)).toBe(wanted);
  });

  it("lets everybody in on the ports that the policy names", () => {
    const policy = definePolicy({ parameters: { "isolation/ingress": { publicPorts: [443] } } });
    expect(verdict([rule("0.0.0.0/0", { port_range_min: 443, port_range_max: 443 })], policy)).toBe("inside");
    expect(verdict([rule("0.0.0.0/0", { port_range_min: 1, port_range_max: 65535 })], policy)).toBe("outside");
    expect(verdict([rule("0.0.0.0/0", { port_range_min: 443, port_range_max: 444 })], policy)).toBe("outside");
  });

  it("wants a cluster's list beside it, and a list that is one", () => {
    const cluster = { ovh_cloud_project_kube: { k: { service_name: "p", name: "k", region: "GRA11", private_network_id: "n" } } };
    const list = (kube_id: string, ips: readonly string[]) => ({
      ovh_cloud_project_kube_iprestrictions: { l: { service_name: "p", kube_id, ips } },
    });
    const of = (resources: Document) =>
      judged({ resource: resources, variable: { id: {} } }, undefined, { rules: ["isolation/ingress"] }).verdict;
    expect(of(cluster)).toBe("refused");
    expect(of({ ...cluster, ...list("${ovh_cloud_project_kube.k.id}", ["91.198.174.0/24"]) })).toBe("inside");
    expect(of({ ...cluster, ...list("${ovh_cloud_project_kube.k.id}", ["0.0.0.0/0"]) })).toBe("refused");
    expect(of({ ...cluster, ...list("${ovh_cloud_project_kube.k.id}", []) })).toBe("refused");
    expect(of({ ...cluster, ...list("${var.id}", ["91.198.174.0/24"]) })).toBe("refused");
    expect(of({ ...cluster, ...list("another", ["91.198.174.0/24"]) })).toBe("refused");
  });
});

it("tells an empty list of security groups, which lets nobody in, from none, which lets everybody in", () => {
  const machine = (more: Document): Document => ({
    resource: {
      ovh_cloud_instance: { m: { service_name: "p", region: "GRA11", name: "m", networks: [{ auto_assign_public_ip: true }], ...more } },
      ovh_cloud_security_group: { g: { service_name: "p", region: "GRA11", name: "g" } },
    },
  });
  const verdict = (document: Document) => judged(document, undefined, { rules: ["isolation/ingress"] }).verdict;
  expect([
    verdict(machine({})),
    verdict(machine({ security_group_ids: [] })),
    verdict(machine({ security_group_ids: ["${ovh_cloud_security_group.g.id}"] })),
  ]).toEqual(["refused", "inside", "inside"]);
});

describe("public addresses", () => {
  const machine = (network: Document): Document =>
    resource("ovh_cloud_project_instance", { service_name: "p", region: "GRA11", name: "m", network: [network] as never });
  const verdict = (document: Document, policy = defaultPolicy) =>
    judged({ variable: { v: {} }, ...document }, policy, { rules: ["isolation/public-address"] }).verdict;
  const priv = { private: [{ network: [{ id: "n", subnet_id: "s" }] }] };

  it.each([
    ["private", machine(priv), "inside"],
    ["public", machine({ public: true }), "refused"],
    ["public by a text", machine({ public: "true" }), "refused"],
    ["perhaps public", machine({ public: "${var.v}" }), "refused"],
    ["a floating address", machine({ private: [{ network: [{ id: "n" }], floating_ip_create: [{ description: "x" }] }] }), "refused"],
    ["public by nature", resource("ovh_vps", {}), "refused"],
  ] as const)("%s: %s", (_, document, wanted) => {
    expect(verdict(document)).toBe(wanted);
  });

  it("are accepted at the entrances that the policy names, and said", () => {
    const named = (entrance: string) => definePolicy({ parameters: { "isolation/public-address": { entrances: [entrance] } } });
    const report = judged(machine({ public: true }), named("ovh_cloud_project_instance.r"), { rules: ["isolation/public-address"] });
    expect(report.verdict).toBe("inside");
    expect(report.findings[0]?.message).toMatch(/entrance/);
    expect(verdict(machine({ public: true }), named("ovh_cloud_project_instance.other"))).toBe("refused");
    const made = {
      "//": { metadata: { path: "acme/access/machine" } },
      service_name: "p",
      region: "GRA11",
      name: "m",
      network: [{ public: true }],
    };
    expect(verdict(resource("ovh_cloud_project_instance", made), named("acme/access"))).toBe("inside");
    expect(verdict(resource("ovh_cloud_project_instance", made), named("acme/acc"))).toBe("refused");
  });
});
