import { describe, expect, it } from "vitest";
import type { Placement } from "../../../clouds/contract/index.ts";
import { dataSources, resources } from "../../../clouds/ovh/placements/index.ts";

const entryOf = new Map<string, Placement>([
  ...Object.entries(resources),
  ...Object.entries(dataSources).map(([type, placement]) => [`data.${type}`, placement] as const),
]);
const at = (type: string): Placement => {
  const placement = entryOf.get(type);
  if (placement === undefined) throw new Error(`${type} has no placement`);
  return placement;
};

describe("what is easily read wrong", () => {
  const cases: readonly (readonly [string, Partial<Placement> | ((placement: Placement) => boolean)])[] = [
    // Look-alikes that are none.
    ["ovh_domain_zone_record", (p) => p.by === "global" && "zone" in (p.notPlaces ?? {})],
    ["ovh_domain_zone_redirection", (p) => p.by === "global" && "zone" in (p.notPlaces ?? {})],
    ["ovh_domain_zone_dnssec", (p) => p.by === "global" && "zone_name" in (p.notPlaces ?? {})],
    ["ovh_iploadbalancing_http_frontend", (p) => "redirect_location" in (p.notPlaces ?? {})],
    ["ovh_vrack_dedicated_cloud_datacenter", (p) => p.by === "assigned" && "datacenter" in (p.notPlaces ?? {})],
    ["ovh_vps", (p) => "model.datacenter" in (p.notPlaces ?? {})],
    ["ovh_cloud_project_failover_ip_attach", (p) => p.by === "parent" && "geo_loc" in (p.notPlaces ?? {})],
    // Look-alikes that are one.
    ["ovh_iploadbalancing_tcp_farm", { by: "attribute", paths: ["zone"] }],
    ["ovh_iploadbalancing_udp_frontend", (p) => p.by === "attribute" && p.special?.all?.means === "everywhere"],
    // Silence that means the whole world.
    ["ovh_cloud_project_network_private", (p) => p.by === "attribute" && p.absent?.means === "everywhere"],
    // The place is data.
    ["ovh_dedicated_server", (p) => p.by === "order" && p.labels.dedicated_datacenter === "region" && p.labels.region === "area"],
    ["ovh_vps", (p) => p.by === "order" && p.labels.vps_datacenter === "region"],
    ["ovh_ip_service", (p) => p.by === "order" && p.labels.country === "country" && p.labels.region === "area"],
    ["ovh_storage_efs", (p) => p.by === "order" && p.labels.region === "region"],
    ["ovh_vrackservices", (p) => p.by === "order" && p.labels.region_name === "region"],
    ["ovh_hosting_privatedatabase", (p) => p.by === "order" && p.labels.dc === "region"],
    ["ovh_iploadbalancing", (p) => p.by === "order" && (p.codes ?? []).includes("plan_option[].plan_code")],
    // Nothing asks for a place, and the thing holds data all the same.
    ["ovh_cloud_project_rancher", { by: "assigned" }],
    ["ovh_dbaas_logs_cluster", { by: "assigned" }],
    ["ovh_email_domain_account", { by: "assigned" }],
    // Nested, and placed with something else.
    ["ovh_cloud_project_database", { by: "attribute", paths: ["nodes[].region"] }],
    ["ovh_cloud_quota", { by: "attribute", paths: ["regions[].region"] }],
    ["ovh_cloud_project_kube_nodepool", (p) => p.by === "parent" && (p.zones ?? []).includes("availability_zones")],
    ["ovh_okms_service_key", (p) => p.by === "parent" && p.of.includes("ovh_okms")],
    // Read, not put: accepted, and yet no parent to rely on before it has been read.
    ["data.ovh_cloud_project_kube", (p) => p.by === "lookup" && (p.told ?? []).includes("region")],
    ["data.ovh_dbaas_logs_cluster", (p) => p.by === "lookup" && (p.told ?? []).includes("region")],
    ["data.ovh_cloud_project_storage", { by: "attribute", paths: ["region_name"] }],
  ];
  it.each(cases)("%s", (type, expected) => {
    if (typeof expected === "function") expect(expected(at(type)), JSON.stringify(at(type))).toBe(true);
    else expect(at(type)).toMatchObject(expected);
  });
});

describe("ways out", () => {
  const sends = (type: string) => (at(type).sends ?? []).map(({ path, kind, means }) => `${path || "-"} ${kind} ${means}`);

  it.each([
    ["ovh_cloud_project_storage", ["replication.rules[].destination.region replica region"]],
    ["ovh_cloud_project_storage_replication_job", ["container_name copy reference"]],
    ["ovh_cloud_project_database", ["backup_regions backup region"]],
    ["ovh_cloud_project_database_integration", ["destination_service_id copy reference", "source_service_id copy reference"]],
    ["ovh_cloud_project_database_log_subscription", ["stream_id log reference"]],
    ["ovh_cloud_project_kube_log_subscription", ["stream_id log reference"]],
    ["ovh_cloud_project_region_loadbalancer_log_subscription", ["stream_id log reference"]],
    ["ovh_cloud_project_loadbalancer", ["listeners[].pool.members[].address peer address"]],
    ["ovh_iploadbalancing_http_farm_server", ["address peer address"]],
    ["ovh_okms", ["- backup region", "- backup region"]],
  ])("%s", (type, expected) => {
    expect(sends(type)).toEqual(expected);
  });

  it("leads a database's silent backups out of its region, for each region as documented and for no other", () => {
    const [backups] = at("ovh_cloud_project_database").sends ?? [];
    expect(backups?.absent).toMatchObject({
      means: "elsewhere",
      regions: { GRA: "SBG", SGP: "BHS", BHS: "SBG", "EU-WEST-PAR": "GRA", "EU-SOUTH-MIL": "GRA" },
    });
    expect(Object.hasOwn(backups?.absent?.regions ?? {}, "SYD")).toBe(false);
    for (const [from, to] of Object.entries(backups?.absent?.regions ?? {})) expect(to).not.toBe(from);
  });

  it("gives every type that has a replica, backup or log in its name a way out, or a reason to be without", () => {
    const reasons = new Map([
      ["ovh_cloud_project_volume_backup", "stays in region_name"],
      ["ovh_cloud_storage_block_volume_backup", "stays in region"],
      ["ovh_cloud_project_workflow_backup", "stays in region_name"],
    ]);
    const suspects = Object.keys(resources).filter((type) => /replic|backup|log_subscription|integration/.test(type));
    expect(suspects.filter((type) => (at(type).sends ?? []).length === 0 && !reasons.has(type))).toEqual([]);
  });
});
