import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseEngine, DatabaseSpec } from "../../contract/index.ts";

/**
 * OVHcloud sells a number of nodes under the name of a plan.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_database.md (names of the plans by engine); ovh/docs
 * pages/public_cloud/public_cloud_databases/*_capabilities (nodes of each plan); seen 2026-11-23.
 */
const PLANS: Readonly<Record<DatabaseEngine, Readonly<Record<number, string>>>> = {
  postgresql: { 1: "essential", 2: "business", 3: "enterprise" },
  mysql: { 1: "essential", 2: "business", 3: "enterprise" },
  valkey: { 1: "essential", 2: "business" },
  mongodb: { 1: "discovery", 3: "production" },
  kafka: { 3: "business", 6: "enterprise" },
  opensearch: { 1: "essential", 3: "business", 6: "enterprise" },
  clickhouse: { 3: "production" },
};

export function databasePlan({ name, engine, nodes }: DatabaseSpec): string {
  const plan = PLANS[engine][nodes];
  if (plan !== undefined) return plan;
  const sold = Object.entries(PLANS[engine]).map(([number, sold]) => `${number} (${sold})`);
  throw new InputError(
    `Database ${name} asks for ${nodes} nodes; OVHcloud sells ${engine} with ${sold.join(", ")}. Choose one of these, { nodes: ${Object.keys(PLANS[engine])[0]} }.`,
  );
}

/** Memory of a node in gigabytes → size. Source: ovh/docs pages/public_cloud/public_cloud_databases/*_capabilities; seen 2026-11-23. */
const SIZES: readonly (readonly [memory: number, name: string])[] = [
  [4, "db1-4"],
  [7, "db1-7"],
  [15, "db1-15"],
  [30, "db1-30"],
  [60, "db1-60"],
  [120, "db1-120"],
];

export function databaseSize({ name, size }: DatabaseSpec): string {
  if ("name" in size) return size.name;
  const found = SIZES.find(([memory]) => memory >= size.memory);
  if (found !== undefined) return found[1];
  throw new InputError(
    `Database ${name} asks for ${size.memory} GB of memory; OVHcloud's largest node that we know has 120. Name a larger one if there is, { size: "…" }, or take more nodes.`,
  );
}
