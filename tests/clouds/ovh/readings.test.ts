import { describe, expect, it } from "vitest";
import type { Reading } from "../../../clouds/contract/index.ts";
import { resources } from "../../../clouds/ovh/placements/index.ts";
import { families, readings } from "../../../clouds/ovh/readings/index.ts";
import { pathsIn } from "../reading-paths.ts";
import { pathOf, pathsOf, plain, schema } from "./mentions.ts";

const all = Object.entries(readings);
const of = (type: string): Reading => {
  const reading = readings[type];
  if (reading === undefined) throw new Error(`${type} has no reading`);
  return reading;
};

/** In the schema, or a key of a map of strings such as `ip_restrictions[].ip_block`. */
function readable(type: string, path: string): boolean {
  if (pathOf(type, path) !== undefined) return true;
  const above = pathOf(type, plain(path).split(".").slice(0, -1).join("."));
  return Array.isArray(above?.type) && JSON.stringify(above.type).includes('["map","string"]');
}

describe("every reading", () => {
  it("is of a resource type of the schema, and in one family", () => {
    expect(all.map(([type]) => type).filter((type) => schema.resource(type) === undefined)).toEqual([]);
    const types = Object.values(families).flatMap((family) => Object.keys(family.readings));
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
    expect(types.length).toBe(all.length);
  });

  it("reads paths that the schema has", () => {
    for (const [type, reading] of all) {
      for (const path of pathsIn(reading)) expect(readable(type, path), `${type}.${path} is not in the schema`).toBe(true);
    }
  });

  it("names companions that exist, point back by an attribute that must be set, and narrow something themselves", () => {
    const companions = all.flatMap(([type, reading]) => (reading.companions ?? []).map((companion) => ({ owner: type, ...companion })));
    expect(companions.length).toBeGreaterThanOrEqual(3);
    for (const { owner, type, path } of companions) {
      expect(pathOf(type, path)?.attribute.required, `${type}.${path}`).toBe(true);
      expect(Object.entries(resources).find(([known]) => known === type)?.[1]).toMatchObject({
        by: "parent",
        path,
        of: expect.arrayContaining([owner]),
      });
      expect(of(type).ingress?.length).toBeGreaterThan(0);
    }
  });

  it("gives an operator's claim with a source and the day on which it was read", () => {
    for (const [type, { encryption }] of all) {
      if (encryption?.by !== "operator" && encryption?.by !== "attribute") continue;
      expect(encryption.source, type).toMatch(/^https:\/\/\S+ \S+/);
      expect(encryption.seen, type).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it("says in a whole sentence why nothing is shown, and what to do about what is public", () => {
    for (const [type, reading] of all) {
      const sentences = [
        ...(reading.encryption?.by === "nothing" || reading.encryption?.by === "none" ? [reading.encryption.because] : []),
        ...(reading.encryption?.by === "operator" ? [reading.encryption.claim] : []),
        ...(reading.exposure ?? []).map((exposure) => exposure.remedy),
        ...(reading.companions ?? []).flatMap((companion) => [companion.because, companion.remedy]),
        ...(reading.ingress ?? []).flatMap((list) => (list.remedy === undefined ? [] : [list.remedy])),
      ];
      for (const sentence of sentences) expect(sentence, `${type}: ${sentence}`).toMatch(/^[A-Z].{15,}\.$/);
    }
  });

  it("never takes silence for protection where nothing documents it", () => {
    for (const [type, { encryption }] of all) if (encryption?.by === "attribute") expect(encryption.absent, type).toBe(false);
    const documentedClosed = new Set([
      "ovh_cloud_project_database",
      "ovh_cloud_security_group",
      "ovh_cloud_project_loadbalancer",
      // Entries of an access list each: without one there is no way in.
      "ovh_cloud_storage_file_share_acl",
      "ovh_storage_efs_share_acl",
      "ovh_dedicated_nasha_partition_access",
      "ovh_dedicated_ceph_acl",
      "ovh_hosting_privatedatabase_whitelist",
    ]);
    for (const [type, { ingress }] of all)
      for (const list of ingress ?? []) if (list.absent === "closed") expect(documentedClosed.has(type), type).toBe(true);
  });
});

describe("what has a place of its own", () => {
  /** Types that are somewhere and have nothing to protect there. */
  const nothing = new Map([
    ["ovh_cloud_floating_ip", "an address that nothing has yet"],
    ["ovh_cloud_gateway", "lets traffic out only"],
    ["ovh_cloud_project_gateway", "lets traffic out only"],
    ["ovh_cloud_project_gateway_interface", "a leg of a gateway"],
    ["ovh_cloud_instance_group", "a rule of placement"],
    ["ovh_cloud_network_private_vrack_subnet", "a range of a network"],
    ["ovh_cloud_project_network_private_subnet", "a range of a network"],
    ["ovh_cloud_project_network_private_subnet_v2", "a range of a network"],
    ["ovh_cloud_storage_file_share_network", "a leg of a share"],
    ["ovh_cloud_project_file_storage_share_network", "a leg of a share"],
    ["ovh_cloud_project_region", "an activation"],
    ["ovh_cloud_quota", "an allowance"],
    ["ovh_cloud_project_ssh_key", "a public key"],
    ["ovh_cloud_project_region_loadbalancer_log_subscription", "a way out, read as one"],
    ["ovh_cloud_project_storage_object_bucket_lifecycle_configuration", "a schedule"],
    ["ovh_cloud_project_storage_replication_job", "a way out, read as one"],
    ["ovh_ip_service", "addresses"],
    ["ovh_iploadbalancing_http_farm", "a list of servers"],
    ["ovh_iploadbalancing_tcp_farm", "a list of servers"],
    ["ovh_iploadbalancing_udp_farm", "a list of servers"],
    ["ovh_vrack_ip", "a route"],
    ["ovh_vrack_public_routing_priority", "a route"],
    ["ovh_vrack_dedicated_cloud_datacenter", "an attachment"],
    ["ovh_vrackservices", "a range of a network"],
  ]);

  it("is read, or has nothing to protect", () => {
    const placed = Object.entries(resources).filter(([, placement]) => ["attribute", "order", "assigned"].includes(placement.by));
    const unread = placed.map(([type]) => type).filter((type) => readings[type] === undefined);
    expect(unread.sort()).toEqual([...nothing.keys()].sort());
  });
});

describe("proofs of encryption", () => {
  it.each([
    ["ovh_cloud_project_storage", "encryption.sse_algorithm", ["AES256"]],
    ["ovh_cloud_project_volume", "encryption.encrypted", [true]],
    ["ovh_cloud_storage_block_volume", "encryption.enabled", [true]],
  ])("%s by %s", (type, path, when) => {
    expect(of(type).encryption).toMatchObject({ by: "attribute", path, when, absent: false });
  });

  it("are not claimed where the schema has an attribute that could prove them", () => {
    for (const [type, { encryption }] of all) {
      const attribute = pathsOf(type).some(
        (path) => path.settable && /(^|\.)(encrypted|sse_algorithm|encryption\.enabled)$/.test(plain(path.path)),
      );
      if (attribute) expect(encryption?.by, type).toBe("attribute");
    }
  });

  it("cover every type of the schema that has such an attribute", () => {
    const provable = schema.resourceTypes.filter((type) =>
      pathsOf(type).some((path) => path.settable && /(^|\.)(encrypted|sse_algorithm)$|encryption\.enabled$/.test(plain(path.path))),
    );
    expect(provable.filter((type) => of(type).encryption?.by !== "attribute")).toEqual([]);
    expect(provable.length).toBe(3);
  });
});

describe("what makes a thing public", () => {
  const ways = (type: string) =>
    (of(type).exposure ?? []).map(({ path, public: when, absent }) => `${path || "-"}: ${JSON.stringify(when)}, silent ${absent}`);

  it.each([
    ["ovh_cloud_project_database", ["nodes[].subnet_id: [], silent public"]],
    [
      "ovh_cloud_instance",
      [
        "networks[].auto_assign_public_ip: [true], silent private",
        'networks[].ip: "public-address", silent private',
        "networks[].subnet_id: [], silent public",
      ],
    ],
    [
      "ovh_cloud_project_instance",
      [
        "network[].public: [true], silent private",
        'network[].private[].floating_ip[].id: "present", silent private',
        'network[].private[].floating_ip_create[]: "present", silent private',
      ],
    ],
    ["ovh_cloud_project_kube_nodepool", ["attach_floating_ips[].enabled: [true], silent private"]],
    ["ovh_dedicated_server", ['-: "always", silent public']],
    ["ovh_vps", ['-: "always", silent public']],
  ])("%s", (type, expected) => {
    expect(ways(type)).toEqual(expected);
  });

  it("is never a gateway, which lets traffic out only", () => {
    for (const type of ["ovh_cloud_gateway", "ovh_cloud_project_gateway"]) expect(readings[type]?.exposure).toBeUndefined();
  });

  it("is every floating address that a type of the schema can take or make", () => {
    const takes = schema.resourceTypes.filter((type) => pathsOf(type).some((path) => path.settable && /floating_ip/.test(path.name)));
    expect(takes.filter((type) => (of(type).exposure ?? []).every((way) => !way.path.includes("floating_ip")))).toEqual([]);
    expect(takes.length).toBeGreaterThan(2);
  });
});

describe("lists of those who may enter", () => {
  it("are all read: every settable attribute of the schema that holds source addresses", () => {
    const name =
      /^(ips|ip_restrictions|allowed_cidrs|allowed_networks|allowed_source|access_to|remote_ip_prefix|\w+_allowed_networks|cidr_block)$/;
    const found = schema.resourceTypes.flatMap((type) =>
      pathsOf(type)
        .filter((path) => path.settable && name.test(path.name))
        .map((path) => [type, plain(path.path)] as const),
    );
    expect(found.length).toBeGreaterThan(10);
    const unread = found.filter(([type, path]) => !(readings[type]?.ingress ?? []).some((list) => plain(list.path).startsWith(path)));
    expect(unread).toEqual([]);
  });

  it("are open for a cluster and a registry that have none", () => {
    expect(of("ovh_cloud_project_kube").companions?.map(({ type, path, closes }) => [type, path, closes])).toEqual([
      ["ovh_cloud_project_kube_iprestrictions", "kube_id", "ingress"],
    ]);
    expect(of("ovh_cloud_project_containerregistry").companions).toHaveLength(2);
    expect(of("ovh_cloud_project_kube_iprestrictions").ingress?.[0]?.absent).toBe("open");
    expect(of("ovh_cloud_project_rancher").ingress?.[0]?.absent).toBe("open");
  });

  it("tell a group without rules from a rule without a source", () => {
    expect(of("ovh_cloud_security_group").ingress?.[0]).toMatchObject({ absent: "closed", silent: "open", instead: ["remote_group_id"] });
    expect(of("ovh_cloud_instance").ingress?.[0]).toMatchObject({ absent: "open", empty: "closed" });
  });
});
