import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Placement } from "../../../clouds/contract/index.ts";
import { dataSources, families, resources } from "../../../clouds/ovh/placements/index.ts";
import { unclassified } from "../../../clouds/schema/index.ts";
import { locationLike, pathOf, pathsOf, plain, schema, unspoken } from "./mentions.ts";

/** Both tables, data sources as `data.…`. */
const entries: readonly (readonly [string, Placement])[] = [
  ...Object.entries(resources),
  ...Object.entries(dataSources).map(([type, placement]) => [`data.${type}`, placement] as const),
];
const entryOf = new Map(entries);
const at = (type: string): Placement => {
  const placement = entryOf.get(type);
  if (placement === undefined) throw new Error(`${type} has no placement`);
  return placement;
};

describe("completeness", () => {
  it("has one entry for each of the 169 resource types and 225 data sources, and no other", () => {
    expect(Object.keys(resources).sort()).toEqual([...schema.resourceTypes].sort());
    expect(Object.keys(dataSources).sort()).toEqual([...schema.dataSourceTypes].sort());
    expect([schema.resourceTypes.length, schema.dataSourceTypes.length]).toEqual([169, 225]);
  });

  it("classifies no type in two families, where the later would silently win", () => {
    for (const table of ["resources", "dataSources"] as const) {
      const types = Object.values(families).flatMap((family) => Object.keys(family[table]));
      expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
    }
  });

  it("mentions every location-like path that can be set: as place, zone, way out, or look-alike with a reason", () => {
    expect(entries.flatMap(([type, placement]) => unspoken(type, placement).map((path) => `${type}: ${path}`))).toEqual([]);
  });

  it("satisfies the catalogue's own check, which a refreshed schema is held against", () => {
    expect(unclassified(schema, { resources, dataSources })).toEqual([]);
  });

  it("reports every location-like path of a type whose entry says nothing, so that the check above can fail", () => {
    const silent: Placement = { by: "global", because: "Says nothing of any attribute." };
    const speaking = entries.map(([type]) => type).filter((type) => pathsOf(type).some(locationLike));
    expect(speaking.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.constantFrom(...speaking), (type) => {
        expect(unspoken(type, silent)).toEqual(
          pathsOf(type)
            .filter(locationLike)
            .map((path) => path.path),
        );
      }),
    );
  });
});

describe("every path in the tables", () => {
  const settable = (type: string, path: string) => {
    const found = pathOf(type, path);
    expect(found, `${type}.${path} is not in the schema`).toBeDefined();
    expect(found?.settable, `${type}.${path} cannot be set, so nothing can be read from it`).toBe(true);
  };

  it("that places, sends or names a zone is in the schema and can be set", () => {
    for (const [type, placement] of entries) {
      if (placement.by === "attribute") for (const path of placement.paths) settable(type, path);
      if (placement.by === "attribute" && placement.parent !== undefined) settable(type, placement.parent.path);
      if (placement.by === "parent") settable(type, placement.path);
      if (placement.by === "order") {
        for (const list of placement.lists) for (const member of ["label", "value"]) settable(type, `${list}.${member}`);
        for (const path of placement.codes ?? []) settable(type, path);
      }
      for (const path of placement.zones ?? []) settable(type, path);
      for (const path of Object.keys(placement.notPlaces ?? {})) settable(type, path);
      for (const sending of placement.sends ?? []) {
        if (sending.path === "") expect(sending.absent, `${type} sends by itself and does not say where to`).toBeDefined();
        else settable(type, sending.path);
      }
    }
  });

  it("that tells is in the schema, and is given back by the provider or was asked of it", () => {
    for (const [type, placement] of entries)
      for (const path of placement.told ?? []) expect(pathOf(type, path), `${type}.${path} is not in the schema`).toBeDefined();
  });

  it("points at types that exist, are classified, and say where they are", () => {
    for (const [type, placement] of entries) {
      const targets = [
        ...(placement.by === "parent" ? placement.of : []),
        ...(placement.by === "attribute" ? (placement.parent?.of ?? []) : []),
        ...(placement.sends ?? []).flatMap((sending) => sending.of ?? []),
      ];
      if (placement.by === "parent") expect(targets.length, `${type} points at nothing`).toBeGreaterThan(0);
      for (const target of targets) {
        expect(entryOf.has(target), `${type} points at ${target}, which is no type`).toBe(true);
        // A child of something global is accepted wherever it is: no parent may be.
        expect(at(target).by, `${type} is placed with ${target}, which is nowhere`).not.toBe("global");
      }
    }
  });

  it("that is optional says what silence means", () => {
    for (const [type, placement] of entries) {
      if (placement.by !== "attribute" && placement.by !== "parent") continue;
      const paths = placement.by === "attribute" ? placement.paths : [placement.path];
      const optional = paths.filter((path) => pathOf(type, path)?.attribute.required !== true && !path.includes("."));
      const spoken = placement.absent !== undefined || (placement.by === "attribute" && placement.parent !== undefined);
      if (optional.length > 0) expect(spoken, `${type}: ${optional.join(", ")} may be left out`).toBe(true);
    }
  });
});

describe("every sentence", () => {
  it("is one: a capital, a full stop, more than a word", () => {
    for (const [type, placement] of entries) {
      const sentences = [
        ...("because" in placement ? [placement.because] : []),
        ...Object.values(placement.notPlaces ?? {}),
        ...("absent" in placement && placement.absent !== undefined ? [placement.absent.because] : []),
        ...(placement.sends ?? []).flatMap((sending) => (sending.absent === undefined ? [] : [sending.absent.because])),
      ];
      for (const sentence of sentences) expect(sentence, `${type}: "${sentence}"`).toMatch(/^[A-Z`].{8,}[.)]$/);
    }
  });
});

describe("lookups", () => {
  /** Answers whose region is that of what they were asked for, or of something else than themselves. */
  const elsewhere = new Set(["data.ovh_location", "data.ovh_cloud_region", "data.ovh_cloud_project_region"]);
  const region = /(^|\.)(region|region_name|datacenter)$/;

  it("tell the region wherever the provider's answer holds one", () => {
    for (const [type, placement] of entries) {
      if (placement.by !== "lookup" || elsewhere.has(type)) continue;
      const answers = pathsOf(type).filter((path) => region.test(plain(path.path)));
      if (answers.length > 0)
        expect(placement.told ?? [], `${type} could tell ${answers.map((path) => path.path).join(", ")}`).not.toEqual([]);
    }
  });

  it("are data sources only: a resource is never accepted because it was looked up", () => {
    expect(entries.filter(([type, placement]) => placement.by === "lookup" && !type.startsWith("data."))).toEqual([]);
  });
});

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
    expect(backups?.absent).toMatchObject({ means: "elsewhere", regions: { GRA: "SBG", SGP: "BHS", BHS: "SBG" } });
    expect(Object.hasOwn(backups?.absent?.regions ?? {}, "EU-WEST-PAR")).toBe(false);
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
