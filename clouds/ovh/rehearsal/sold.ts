import type { KnownValues, SimulatedObject } from "../../contract/rehearsal.ts";
import { locations, type OvhLocation } from "../locations.ts";
import { regions } from "../regions.ts";

/** Every spelling of every place: which product takes which is the guard's business, that it exists is the cloud's. */
export const REGION: KnownValues = {
  what: "region",
  values: () => [
    ...Object.keys(regions),
    ...Object.entries(locations).flatMap(([id, l]: [string, OvhLocation]) => [
      id,
      l.codename,
      ...(l.storage === undefined ? [] : [l.storage]),
      ...(l.aliases ?? []),
    ]),
  ],
};

/**
 * Sizes of machines: name, virtual cores, memory and disk in gigabytes. Source of the b2 and b3 families: ovh/docs
 * pages/public_cloud/containers_orchestration/managed_kubernetes "Kubernetes Plugins & softwares versions and reserved resources", seen
 * 2026-11-23. The d2, c3 and r3 rows are not from it: their sizes follow from the names as OVHcloud forms them and were not verified.
 */
const SIZES: readonly (readonly [name: string, vcpus: number, ram: number, disk: number])[] = [
  ["b2-7", 2, 7, 50],
  ["b2-15", 4, 15, 100],
  ["b2-30", 8, 30, 200],
  ["b2-60", 16, 60, 400],
  ["b2-120", 32, 120, 400],
  ["b3-8", 2, 8, 50],
  ["b3-16", 4, 16, 100],
  ["b3-32", 8, 32, 200],
  ["b3-64", 16, 64, 400],
  ["b3-128", 32, 128, 400],
  ["b3-256", 64, 256, 400],
  ["c3-4", 2, 4, 50],
  ["c3-8", 4, 8, 100],
  ["c3-16", 8, 16, 200],
  ["c3-32", 16, 32, 400],
  ["d2-2", 1, 2, 25],
  ["d2-4", 2, 4, 50],
  ["d2-8", 4, 8, 50],
  ["r3-16", 2, 16, 50],
  ["r3-32", 4, 32, 100],
  ["r3-64", 8, 64, 200],
];

export const FLAVOUR: KnownValues = {
  what: "flavour",
  values: SIZES.map(([name]) => name),
  // Families come and go, graphics cards above all: a name of their form is not refused.
  pattern:
    "^(b2|b3|c2|c3|d2|r2|r3|i1|t1|t1-le|t2|t2-le|a10|a100|l4|l40s|h100|h200|rtx5000|v100s|bm-[a-z0-9]+|win-[a-z0-9]+)-[0-9]+(-flex)?$",
};

export interface Size extends SimulatedObject {
  readonly name: string;
  readonly vcpus: number;
  readonly ram: number;
  readonly disk: number;
}

export const sizes: readonly Size[] = SIZES.map(([name, vcpus, ram, disk]) => ({ name, vcpus, ram, disk }));

/** Images that machines start from, by the names that OVHcloud shows. Source: docs/data-sources of ovh/terraform-provider-ovh name "Debian 12"; the others were not verified. */
export const images: readonly string[] = [
  "Debian 11",
  "Debian 12",
  "Debian 13",
  "Ubuntu 22.04",
  "Ubuntu 24.04",
  "AlmaLinux 9",
  "Rocky Linux 9",
];

/** Sizes of load balancers. Source: ovh/docs pages/public_cloud/public_cloud_network_services, "small", "medium", "large", "xl"; not verified for each region. */
export const balancers: readonly string[] = ["small", "medium", "large", "xl"];

/** Releases of Kubernetes. Source: the page of the b2 and b3 families above, which ends at 1.31; newer ones were not verified. */
export const KUBERNETES: KnownValues = {
  what: "Kubernetes version",
  values: ["1.28", "1.29", "1.30", "1.31"],
  pattern: "^1\\.(3[0-9]|29|28)(\\.\\d+)?(-\\d+)?$",
};

/** Source: ovh/terraform-provider-ovh docs/resources/cloud_project_database.md, seen 2026-11-23. */
export const ENGINE: KnownValues = {
  what: "database engine",
  values: ["postgresql", "mysql", "mongodb", "valkey", "kafka", "kafkaConnect", "kafkaMirrorMaker", "opensearch", "grafana", "clickhouse"],
};
export const PLAN: KnownValues = {
  what: "plan",
  values: ["discovery", "essential", "business", "enterprise", "production", "advanced"],
};
export const DATABASE_SIZE: KnownValues = {
  what: "database flavour",
  values: ["db1-2", "db1-4", "db1-7", "db1-15", "db1-30", "db1-60", "db1-120"],
  pattern: "^(db[0-9]|b3|db2)-([0-9]+|free)$",
};

export const oneOf = (what: string, ...values: readonly string[]): KnownValues => ({ what, values });
