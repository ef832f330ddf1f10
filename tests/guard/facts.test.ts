import { describe, expect, it } from "vitest";
import { builtInRules, definePolicy, InputError } from "../../guard/index.ts";
import { type Document, judged, refusedBy, resource, verdictOf } from "./judging.ts";

const providers: Document = {
  terraform: {
    required_providers: {
      scaleway: { source: "scaleway/scaleway" },
      outscale: { source: "outscale/outscale" },
      ovh: { source: "ovh/ovh" },
      upcloud: { source: "upcloudltd/upcloud" },
      stackit: { source: "stackitcloud/stackit" },
      ionoscloud: { source: "ionos-cloud/ionoscloud" },
      opentelekomcloud: { source: "opentelekomcloud/opentelekomcloud" },
    },
  },
};
const under = (document: Document, rule: string, parameters: Record<string, string | number> = {}) =>
  judged({ ...providers, variable: { unknown: {} }, ...document }, definePolicy({ parameters: { [rule]: parameters } }), { rules: [rule] });
const rdb = (more: Document): Document =>
  resource("scaleway_rdb_instance", { region: "fr-par", engine: "PostgreSQL-15", node_type: "d", ...more });
const either = (a: string | number | boolean, b: string | number | boolean) =>
  `\${var.unknown == "x" ? ${JSON.stringify(a)} : ${JSON.stringify(b)}}`;

describe("a fact is judged by everything that it can be:", () => {
  it.each([
    ["a switch that is on", "resilience/redundancy", rdb({ is_ha_cluster: true }), "inside"],
    ["a switch as a text", "resilience/redundancy", rdb({ is_ha_cluster: "true" }), "inside"],
    ["a switch that is silent", "resilience/redundancy", rdb({}), "outside"],
    ["a switch that may be off", "resilience/redundancy", rdb({ is_ha_cluster: either(true, false) }), "outside"],
    ["a switch that nobody knows", "resilience/redundancy", rdb({ is_ha_cluster: "${var.unknown}" }), "undecided"],
    ["enough days", "resilience/backup-retention", rdb({ backup_schedule_retention: 7 }), "inside"],
    ["too few days", "resilience/backup-retention", rdb({ backup_schedule_retention: 6 }), "outside"],
    ["days that may be too few", "resilience/backup-retention", rdb({ backup_schedule_retention: either(30, 2) }), "outside"],
    ["days that nobody says", "resilience/backup-retention", rdb({}), "undecided"],
    ["days that are no number", "resilience/backup-retention", rdb({ backup_schedule_retention: "long" }), "undecided"],
    [
      "days with a letter",
      "audit/log-retention",
      resource("stackit_logme_instance", { parameters: { ism_deletion_after: "200d" } }),
      "inside",
    ],
    [
      "hours that are too few",
      "audit/log-retention",
      resource("stackit_logme_instance", { parameters: { ism_deletion_after: "240h" } }),
      "outside",
    ],
    ["a default that is documented", "resilience/backup-retention", resource("ionoscloud_inmemorydb_cluster_v2", {}), "inside"],
    ["a standby", "resilience/redundancy", resource("opentelekomcloud_rds_instance_v3", { ha_replication_mode: "async" }), "inside"],
    ["no standby", "resilience/redundancy", resource("opentelekomcloud_rds_instance_v3", {}), "outside"],
    [
      "a schedule of backups beside it",
      "resilience/backup",
      {
        resource: {
          stackit_server: { r: { name: "web" } },
          stackit_server_backup_schedule: { s: { server_id: "${stackit_server.r.server_id}", enabled: true } },
        },
      },
      "inside",
    ],
    [
      "a date, whatever it is",
      "identity/credential-expiry",
      resource("scaleway_iam_api_key", { expires_at: "2027-01-01T00:00:00Z" }),
      "inside",
    ],
    ["no date", "identity/credential-expiry", resource("scaleway_iam_api_key", {}), "outside"],
    [
      "a date that nobody knows",
      "identity/credential-expiry",
      resource("scaleway_iam_api_key", { expires_at: "${var.unknown}" }),
      "undecided",
    ],
    ["one of two ways", "resilience/backup", resource("upcloud_server", { simple_backup: [{ plan: "dailies", time: "0100" }] }), "inside"],
    ["none of two ways", "resilience/backup", resource("upcloud_server", {}), "outside"],
    [
      "different zones",
      "resilience/zones",
      resource("outscale_load_balancer", { subregion_names: ["eu-west-2a", "eu-west-2b"] }),
      "inside",
    ],
    [
      "one zone twice",
      "resilience/zones",
      resource("outscale_load_balancer", { subregion_names: ["eu-west-2a", "eu-west-2a"] }),
      "outside",
    ],
    [
      "a fact of another kind of resource",
      "audit/log-retention",
      resource("scaleway_cockpit_source", { type: "metrics", retention_days: 31 }),
      "not-applicable",
    ],
  ] as const)("%s", (_, rule, document, wanted) => {
    const [type = ""] = Object.keys(document["resource"] as Document);
    expect(verdictOf(under(document, rule), `${type}.r`)).toBe(wanted);
  });
});

describe("what no attribute can show", () => {
  const kube = resource("ovh_cloud_project_kube", { service_name: "p", name: "k", region: "GRA11", private_network_id: "n" });
  const database = resource("ovh_cloud_project_database", { service_name: "p", engine: "postgresql", nodes: [{ region: "GRA" }] });

  it("is said, and never counted as inside", () => {
    const report = under(kube, "isolation/private-control-plane");
    expect(verdictOf(report, "ovh_cloud_project_kube.r")).toBe("not-applicable");
    expect(report.findings).toMatchObject([
      { verdict: "not-applicable", shows: "nothing", message: expect.stringMatching(/is not shown/) },
    ]);
  });

  it("is refused where the policy wants it proved, and a claim is not a proof", () => {
    expect(under(kube, "isolation/private-control-plane", { accept: "claimed" }).verdict).toBe("refused");
    expect(["shown", "claimed", "proved"].map((accept) => under(database, "resilience/backup", { accept }).verdict)).toEqual([
      "inside",
      "inside",
      "refused",
    ]);
    expect(under(database, "resilience/backup").findings).toMatchObject([
      { verdict: "inside", shows: "claim", claim: { seen: "2026-11-23" } },
    ]);
  });

  it("is not asked for by a word that nobody knows", () => {
    expect(() => under(kube, "isolation/private-control-plane", { accept: "prooved" })).toThrow(InputError);
  });
});

it("gives the change that would satisfy a rule, where it is one value", () => {
  const [finding] = refusedBy(under(rdb({ disable_backup: true }), "resilience/backup"), "resilience/backup");
  expect(finding).toMatchObject({ remedy: "set disable_backup to false", edit: { path: "disable_backup", value: false } });
});

describe("a rule on request", () => {
  const bare = rdb({ disable_backup: true, encryption_at_rest: true });
  const requested = builtInRules.filter(({ level }) => level === "on request").map(({ id }) => id);

  it("is listed as not applied, and refuses nothing, until somebody asks", () => {
    const report = judged({ ...providers, ...bare });
    expect(report.notApplied).toEqual([...requested].sort());
    expect(report.findings.filter(({ rule }) => requested.includes(rule))).toEqual([]);
  });

  it.each([
    ["by its id", { demands: ["resilience/backup"] }],
    ["by its family", { demands: ["resilience"] }],
    ["by a parameter", { parameters: { "resilience/backup": { accept: "shown" } } }],
  ])("is applied when the policy demands it %s", (_, input) => {
    const report = judged({ ...providers, ...bare }, definePolicy(input));
    expect(refusedBy(report, "resilience/backup")).toHaveLength(1);
    expect(report.notApplied).not.toContain("resilience/backup");
  });

  it("is no name that nobody knows", () => {
    expect(() => definePolicy({ demands: ["resiliance"] })).toThrow('"resilience"');
  });
});

describe("a remedy that a program can carry out", () => {
  const edits = (document: Document, rule: string) => under(document, rule).findings.map(({ edit }) => edit);

  it.each([
    ["a switch", "resilience/deletion-protection", resource("outscale_vm", {}), { path: "deletion_protection", value: true }],
    [
      "a word that has no alternative",
      "resilience/versioning",
      resource("ovh_cloud_project_storage", {}),
      { path: "versioning.status", value: "enabled" },
    ],
    ["days", "resilience/backup-retention", rdb({ backup_schedule_retention: 2 }), { path: "backup_schedule_retention", value: 7 }],
  ] as const)("is one attribute and its value: %s", (_, rule, document, edit) => {
    expect(edits(document, rule)).toEqual([edit]);
  });

  it.each([
    ["days of which nothing says the form", "resilience/backup-retention", rdb({})],
    ["what needs a certificate", "encryption/in-transit", resource("opentelekomcloud_lb_listener_v3", { protocol: "HTTP" })],
    ["what cannot be taken back", "resilience/object-lock", resource("scaleway_object_bucket", {})],
    ["what costs a second machine", "resilience/redundancy", rdb({})],
    ["one of several ways", "encryption/at-rest", resource("opentelekomcloud_obs_bucket", {})],
    ["a place", "residency/region", resource("ovh_cloud_project_kube", { region: "BHS5" })],
  ] as const)("is none for %s", (_, rule, document) => {
    const found = edits(document, rule);
    expect([found.length > 0, found.every((one) => one === undefined)]).toEqual([true, true]);
  });
});
