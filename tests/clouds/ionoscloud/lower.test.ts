import { describe, expect, it } from "vitest";
import { InputError } from "../../../catalogue/index.ts";
import type { Concepts, Lower, Place } from "../../../clouds/contract/index.ts";
import { ionoscloud } from "../../../clouds/ionoscloud/index.ts";
import { recorder, SPECS, type Specs } from "../../../testing/index.ts";

const at = ionoscloud as unknown as (region: string) => Place;

/** What a spec of the contract becomes, changed as a case wants it. */
function write<C extends keyof Concepts>(concept: C, kind: string, change: Partial<Concepts[C]["spec"]> = {}, region = "de/fra") {
  const place = at(region);
  const spec = (SPECS[concept] as Specs<C> | undefined)?.[kind]?.(place);
  if (spec === undefined) throw new Error(`no ${concept} ${kind}`);
  const tape = recorder(place);
  const outputs = (ionoscloud.lower[concept as keyof typeof ionoscloud.lower] as unknown as Lower<C>)(
    { ...(spec as object), ...change } as Concepts[C]["spec"],
    tape.cx,
  );
  const drafts = tape.drafts();
  return {
    outputs,
    types: drafts.map(({ type }) => type),
    options: drafts.map(({ options }) => options),
    args: (type: string) => drafts.find((one) => one.type === type)?.args,
  };
}

const refused = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "taken";
};

describe("databases", () => {
  it("stands in the LAN alone, keeps its backups at its own location, and is not destroyed by mistake", () => {
    const { args, outputs, options } = write("database", "default");
    const { addresses = [], host, port } = outputs;
    expect(addresses).toHaveLength(1);
    expect(args("ionoscloud_pg_cluster_v2")).toMatchObject({
      location: "de/fra",
      version: "17",
      backup: { location: "eu-central-4", retention_days: 14 },
      instances: { count: 2, cores: 1, ram: 4, storage_size: 20 },
      connections: { datacenter_id: "${net.n.id}", lan_id: "${net.s.id}", primary_instance_address: `${addresses[0]}/24` },
      credentials: { database: "orders", password: "${random_password.password.result}" },
    });
    expect({ host, port }).toEqual({ host: "${ionoscloud_pg_cluster_v2.database.dns_name}", port: "5432" });
    expect(options.some(({ preventDestroy }) => preventDestroy === true)).toBe(true);
  });

  it("has the address that was chosen, and else one that its name alone decides", () => {
    const network = { networkId: "n", subnetId: "7", cidr: "10.64.0.16/28" };
    const addressOf = (name: string) => write("database", "a pair", { name, network }).outputs.addresses?.[0];
    expect(addressOf("shop")).toBe(addressOf("shop"));
    expect(new Set(["one", "two", "three", "four", "five"].map(addressOf)).size).toBeGreaterThan(2);
    expect(write("database", "a pair", { network: { ...network, address: "10.64.0.20" } }).outputs.addresses).toEqual(["10.64.0.20"]);
    expect(refused(() => write("database", "a pair", { network: { ...network, address: "10.64.0.40" } }))).toMatch(
      /10\.64\.0\.40.*none of its subnet 10\.64\.0\.16\/28.*\{ address \}/s,
    );
  });

  it("gives MongoDB an address for each node, and Valkey the digest of its password", () => {
    const mongo = write("database", "mongodb");
    expect(mongo.outputs.addresses).toHaveLength(3);
    expect(mongo.args("ionoscloud_mongo_cluster")).toMatchObject({
      edition: "enterprise",
      ram: 4096,
      storage_type: "SSD Premium",
      backup: [{ location: "de" }],
      connections: [{ cidr_list: mongo.outputs.addresses?.map((address) => `${address}/24`) }],
    });
    expect(write("database", "valkey").args("ionoscloud_inmemorydb_cluster_v2")).toMatchObject({
      eviction_policy: "noeviction",
      credentials: { password: { algorithm: "SHA-256", hash: "${sha256(${random_password.password.result})}" } },
      snapshot: { location: "eu-central-4", snapshot_hours: [2] },
    });
  });

  it("writes MariaDB for MySQL where its own release is asked for", () => {
    expect(write("database", "mysql", { version: "10.6" }, "de/txl").args("ionoscloud_mariadb_cluster")).toMatchObject({
      mariadb_version: "10.6",
      location: "de/txl",
      ram: 16,
      backup: [{ location: "eu-central-2" }],
    });
    expect(refused(() => write("database", "mysql"))).toMatch(/MySQL 17.*MariaDB.*\{ version: "10\.6" \}/);
  });

  it.each<readonly [why: string, kind: string, change: Partial<Concepts["database"]["spec"]>, says: RegExp]>([
    ["an engine that is not written", "kafka", {}, /asks for kafka.*postgresql, mysql, mongodb, valkey/],
    [
      "backups in a second place",
      "a pair",
      { backups: { at: "02:00", regions: ["de/fra", "de/txl"] } },
      /de\/txl too.*Leave out \{ backupsAlsoAt \}/,
    ],
    ["two databases", "a pair", { databases: ["orders", "stock"] }, /makes one in a cluster/],
    ["a size by name", "a pair", { size: { name: "db2-4" } }, /\{ size: 8 \}/],
    ["more memory than there is", "too large", {}, /240 at most/],
    ["six nodes", "a pair", { nodes: 6 }, /5 at most/],
    ["two voters", "mongodb", { nodes: 2 }, /odd number.*\{ nodes: 3 \}/],
    [
      "addresses that the service uses itself",
      "a pair",
      { network: { networkId: "n", subnetId: "7", cidr: "10.233.3.0/24" } },
      /10\.233\.3\.0\/24/,
    ],
    ["a subnet without room", "mongodb", { network: { networkId: "n", subnetId: "7", cidr: "10.64.0.0/29" } }, /no room/],
  ])("refuses %s", (_, kind, change, says) => {
    expect(refused(() => write("database", kind, change))).toMatch(says);
  });
});

it("shares files from an address of the LAN with the named ones alone", () => {
  const { args, outputs } = write("fileShare", "default");
  expect(args("ionoscloud_nfs_cluster")).toMatchObject({ size: 2, connections: [{ ip_address: `${outputs.addresses?.[0]}/24` }] });
  expect(args("ionoscloud_nfs_share")).toMatchObject({
    quota: 150 * 1024,
    client_groups: [{ ip_networks: ["10.0.0.0/20"], nfs: [{ squash: "root-anonymous" }] }],
  });
  expect(outputs.exportPath).toBe(`${outputs.addresses?.[0]}:\${ionoscloud_nfs_share.share.nfs_path}`);
  expect(refused(() => write("fileShare", "two"))).toMatch(/cannot tell reading from writing/);
  expect(refused(() => write("fileShare", "shut"))).toMatch(/names nobody/);
});

it("makes a private cluster, whose own network is clear of the one beside it", () => {
  const { args, outputs } = write("cluster", "default");
  expect(args("ionoscloud_k8s_cluster")).toMatchObject({
    public: false,
    location: "de/fra",
    node_subnet: "192.168.0.0/16",
    nat_gateway_ip: "${ionoscloud_ipblock.way-out.ips[0]}",
    api_subnet_allow_list: ["198.51.100.0/24"],
  });
  expect(args("ionoscloud_k8s_node_pool")).toMatchObject({
    server_type: "VCPU",
    cores_count: 4,
    ram_size: 16_384,
    node_count: 3,
    lans: [{ id: "${net.s.id}" }],
  });
  expect(outputs.kubeconfig).toMatch(/^\$\{sensitive\(/);
  const beside = { networkId: "n", subnetId: "7", cidr: "192.168.4.0/24" };
  expect(write("cluster", "default", { network: beside }).args("ionoscloud_k8s_cluster")).toMatchObject({ node_subnet: "172.16.0.0/16" });
});

describe("load balancers", () => {
  const [listener] = SPECS.loadBalancer?.["public"]?.(at("de/fra")).listeners ?? [];
  it("forwards nothing that comes from elsewhere, where TLS ends", () => {
    const { args } = write("loadBalancer", "public, terminating");
    const rules = args("ionoscloud_application_loadbalancer_forwardingrule")?.["http_rules"] as readonly {
      readonly type: string;
      readonly conditions?: unknown;
    }[];
    expect(rules.map(({ type, conditions }) => [type, conditions])).toEqual([
      ["FORWARD", [{ type: "SOURCE_IP", value: "203.0.113.0/24" }]],
      ["FORWARD", [{ type: "SOURCE_IP", value: "198.51.100.0/24" }]],
    ]);
  });

  it("lets TLS pass for everybody, where the program says so", () => {
    if (listener === undefined) throw new Error("no listener");
    const { types, outputs, args } = write("loadBalancer", "public", { listeners: [{ ...listener, from: ["0.0.0.0/0"] }] });
    expect(types).toContain("ionoscloud_networkloadbalancer_forwardingrule");
    expect(args("ionoscloud_networkloadbalancer")).toMatchObject({
      target_lan: "${net.s.id}",
      lb_private_ips: [`${outputs.privateAddress}/24`],
    });
  });

  it.each([
    ["default", /is private.*\{ publicAddress: true \}/],
    ["public", /lets 10\.0\.0\.0\/20 in.*\{ certificate \}/],
  ])("refuses %s", (kind, says) => {
    expect(refused(() => write("loadBalancer", kind))).toMatch(says);
  });
});
