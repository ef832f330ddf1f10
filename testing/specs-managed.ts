import type { Concepts, DatabaseEngine, Place, Statement } from "../clouds/contract/index.ts";
import type { Specs } from "./specs-of.ts";

const network = { networkId: "${net.n.id}", subnetId: "${net.s.id}" };
const office = { cidr: "198.51.100.0/24", description: "Office" };
const machine = { name: "shop-back-end", description: "Runs the shop", kind: "machine", principal: "${id.m.urn}" } as const;
const people = { name: "shop-people", description: "Run the shop", kind: "people", principal: "${id.p.urn}" } as const;

const access = (
  identity: typeof machine | typeof people,
  ...statements: readonly [Statement, ...Statement[]]
): Concepts["access"]["spec"] => ({
  name: "shop-access",
  identity,
  concept: statements[0].concept,
  first: statements[0],
  statements: () => statements,
});

const cluster = (place: Place): Concepts["cluster"]["spec"] => ({
  name: "shop-apps",
  highlyAvailable: true,
  updates: "careful",
  network: { ...network, cidr: "10.64.0.0/16", gatewayId: "${net.g.id}" },
  allowedFrom: [office],
  pools: [
    { id: "general", flavour: { cpus: 4, memory: 16 }, nodes: { min: 3, max: 3 }, zones: place.zones, apart: true, labels: {}, taints: [] },
  ],
});

const database = (place: Place, engine: DatabaseEngine, nodes: number): Concepts["database"]["spec"] => ({
  name: "shop-orders",
  engine,
  version: "17",
  nodes,
  size: { memory: 4 },
  network: { ...network, cidr: "10.64.0.0/24" },
  allowedFrom: [{ cidr: "10.64.0.0/20", description: "shop/network, subnet main" }],
  backups: { at: "02:00", regions: [place.region] },
  maintenanceAt: "04:00",
  deletionProtection: true,
  databases: [],
});

/** Specs of what operators manage, and of who may do what. */
export const MANAGED: { readonly [C in keyof Concepts]?: Specs<C> } = {
  access: {
    buckets: () =>
      access(
        machine,
        { concept: "bucket", bucketName: "${store.b.name}", access: "read" },
        { concept: "bucket", bucketName: "${store.c.name}", access: "append", prefix: "in/" },
        { concept: "bucket", bucketName: "${store.b.name}", access: "write" },
      ),
    "buckets, people": () => access(people, { concept: "bucket", bucketName: "${store.b.name}", access: "read" }),
    "account, read": () => access(people, { concept: "account", access: "read" }),
    "account, everything": () => access(people, { concept: "account", access: "read" }, { concept: "account", access: "administer" }),
    cluster: () => access(people, { concept: "cluster", clusterId: "${kube.k.id}", access: "administer" }),
    "one database": () => access(machine, { concept: "database", databaseId: "${db.d.id}", engine: "postgresql", access: "connect" }),
    "a key": () =>
      access(
        machine,
        { concept: "keyRing", keyRingId: "${ring.r.id}", keyId: "${ring.k.id}", access: "encrypt" },
        { concept: "keyRing", keyRingId: "${ring.r.id}", keyId: "${ring.k.id}", access: "decrypt" },
      ),
    registry: () => access(machine, { concept: "registry", registryId: "${reg.r.id}", access: "pull" }),
    "a secret": () => access(machine, { concept: "secretStore", secretStoreId: "${ring.r.id}", secret: "shop/smtp", access: "read" }),
    "all secrets": () => access(machine, { concept: "secretStore", secretStoreId: "${ring.r.id}", access: "write" }),
    "audit log": () => access(people, { concept: "auditLog", auditLogId: "${log.l.id}", service: "ldp-ab-12345", access: "read" }),
  },
  auditLog: {
    default: () => ({ name: "shop-audit", description: "Who did what", service: "ldp-ab-12345" }),
    "no service": () => ({ name: "shop-audit", description: "Who did what" }),
  },
  backup: {
    daily: () => ({
      name: "shop-nightly",
      of: [{ name: "server", kind: "instance", id: "${vm.i.id}" }],
      schedule: { every: "day", at: "02:05" },
      keep: 14,
    }),
    weekly: () => ({
      name: "shop-weekly",
      of: [
        { name: "one", kind: "instance", id: "${vm.i.id}" },
        { name: "two", kind: "instance", id: "${vm.j.id}" },
      ],
      schedule: { every: "week", on: "sunday", at: "23:30" },
      keep: 1,
    }),
    volume: () => ({
      name: "shop-nightly",
      of: [{ name: "disk", kind: "volume", id: "${vol.v.id}" }],
      schedule: { every: "day", at: "02:00" },
      keep: 14,
    }),
  },
  cluster: {
    default: cluster,
    largest: (place) => ({
      ...cluster(place),
      version: "1.34",
      updates: "never",
      allowedFrom: [office, { cidr: "203.0.113.7/32", description: "Pipeline" }],
      signIn: {
        issuerUrl: "https://id.example.com",
        clientId: "kubernetes",
        usernameClaim: "email",
        usernamePrefix: "oidc:",
        groupsClaim: "groups",
        groupsPrefix: "oidc:",
      },
      auditLogId: "${log.l.id}",
      pools: [
        {
          id: "general",
          flavour: { cpus: 4, memory: 16 },
          nodes: { min: 3, max: 10 },
          zones: place.zones,
          apart: false,
          labels: { tier: "web" },
          taints: [
            { key: "dedicated", value: "web", effect: "NoSchedule" },
            { key: "spot", effect: "PreferNoSchedule" },
          ],
        },
      ],
    }),
    "one control plane": (place) => ({ ...cluster(place), highlyAvailable: false }),
    "no way out": (place) => ({ ...cluster(place), network: { ...network, cidr: "10.64.0.0/16" } }),
    "the pods' addresses": (place) => ({ ...cluster(place), network: { ...network, cidr: "10.3.0.0/16", gatewayId: "${net.g.id}" } }),
  },
  database: {
    default: (place) => ({ ...database(place, "postgresql", 2), databases: ["orders"] }),
    "a pair": (place) => database(place, "postgresql", 2),
    "mysql, one node": (place) => ({ ...database(place, "mysql", 1), version: "8", databases: ["orders"], deletionProtection: false }),
    postgresql: (place) => ({
      ...database(place, "postgresql", 2),
      databases: ["orders", "stock"],
      storage: 240,
      auditLogId: "${log.l.id}",
    }),
    mysql: (place) => ({ ...database(place, "mysql", 3), size: { memory: 16 } }),
    mongodb: (place) => database(place, "mongodb", 3),
    valkey: (place) => database(place, "valkey", 1),
    kafka: (place) => database(place, "kafka", 3),
    opensearch: (place) => database(place, "opensearch", 3),
    clickhouse: (place) => ({ ...database(place, "clickhouse", 3), size: { name: "db2-60" } }),
    "five nodes": (place) => database(place, "postgresql", 5),
    "too large": (place) => ({ ...database(place, "postgresql", 2), size: { memory: 4000 } }),
  },
  identity: {
    machine: () => ({ name: "shop-back-end", description: "Runs the shop", kind: "machine" }),
    people: () => ({ name: "shop-people", description: "Run the shop", kind: "people" }),
  },
  keyRing: {
    default: () => ({ name: "shop-keys", keys: [{ id: "data", use: "encrypt" }] }),
    every: () => ({
      name: "shop-keys",
      keys: [
        { id: "data", use: "encrypt" },
        { id: "envelope", use: "wrap" },
        { id: "receipts", use: "sign" },
      ],
    }),
  },
  registry: {
    default: () => ({ name: "shop-images", allowedFrom: [office] }),
    "whoever signs in": () => ({ name: "shop-images", allowedFrom: [] }),
  },
  secretStore: {
    "a ring of its own": () => ({ name: "shop-secrets", secrets: [{ name: "smtp", versions: 10 }] }),
    largest: () => ({
      name: "shop-secrets",
      keyRingId: "${ring.r.id}",
      secrets: [
        { name: "smtp", versions: 10 },
        { name: "api", value: "${var.api}", versions: 3 },
      ],
    }),
  },
};
