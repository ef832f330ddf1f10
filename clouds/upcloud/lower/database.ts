import { InputError } from "../../../catalogue/index.ts";
import { type DatabaseSpec, type Lower, shortName } from "../../contract/index.ts";
import { databasePlans, valkeyPlans } from "../sizes.ts";

const TYPES = {
  postgresql: "upcloud_managed_database_postgresql",
  mysql: "upcloud_managed_database_mysql",
  valkey: "upcloud_managed_database_valkey",
} as const;

/**
 * PostgreSQL, MySQL or Valkey in a private network, without a public address. The plan says how many machines, how much disk and how many backups.
 *
 * Source: UpCloudLtd/terraform-provider-upcloud docs/resources/managed_database_postgresql.md, managed_database_mysql.md,
 * managed_database_valkey.md, managed_database_logical_database.md; seen 2026-11-28.
 */
export const database: Lower<"database"> = (spec, cx) => {
  const engine = refuse(spec);
  const [hour = 0, minute = 0] = spec.backups.at.split(":").map(Number);
  const made = cx.resource(TYPES[engine], "database", {
    // What its host name begins with: 3 to 30 characters, internal/service/database/database_common_pf.go.
    name: shortName(spec.name, 30, cx),
    title: spec.name,
    zone: cx.region,
    plan: planOf(spec, engine),
    termination_protection: spec.deletionProtection,
    maintenance_window_dow: "sunday",
    maintenance_window_time: `${spec.maintenanceAt}:00`,
    network: [{ family: "IPv4", name: "private", type: "private", uuid: spec.network.subnetId }],
    properties: [
      {
        public_access: false,
        ip_filter: spec.allowedFrom.map(({ cidr }) => cidr),
        ...(engine === "valkey" ? { valkey_version: spec.version, valkey_ssl: true } : { version: spec.version }),
        backup_hour: hour,
        backup_minute: minute,
      },
    ],
  });
  for (const name of spec.databases)
    cx.resource("upcloud_managed_database_logical_database", `database-${name}`, { service: made.ref("id"), name });
  return { databaseId: made.ref("id"), host: made.ref("service_host"), port: made.ref("service_port") };
};

function refuse({ name, engine, storage, databases, auditLogId, backups }: DatabaseSpec): keyof typeof TYPES {
  if (engine !== "postgresql" && engine !== "mysql" && engine !== "valkey")
    throw new InputError(
      `Database ${name} asks for ${engine}; here UpCloud is written for ${Object.keys(TYPES).join(" and ")}. Choose one of these, or write a Raw resource of its own.`,
    );
  if (engine === "valkey" && databases.length > 0)
    throw new InputError(
      `Database ${name} names databases to create (${databases.join(", ")}), and those of Valkey have numbers. Leave out { databases }.`,
    );
  if (storage !== undefined)
    throw new InputError(
      `Database ${name} asks for ${storage} GB of disk, which comes with the plan. Leave out { storage }, or name a plan: { size: "…" }.`,
    );
  if (auditLogId !== undefined)
    throw new InputError(`Database ${name} names an audit log, which the provider cannot send to. Leave out { auditLog }.`);
  if (backups.regions.length > 1)
    throw new InputError(
      `Database ${name} wants its backups in ${backups.regions.join(" and ")}, and they stay in their zone. Leave out { backupsAlsoAt }, and copy a dump into a bucket there.`,
    );
  return engine;
}

function planOf({ name, size, nodes }: DatabaseSpec, engine: keyof typeof TYPES): string {
  if ("name" in size) return size.name;
  const plans = (engine === "valkey" ? valkeyPlans : databasePlans)[nodes] ?? {};
  const memory = Object.keys(plans)
    .map(Number)
    .filter((gigabytes) => gigabytes >= size.memory)
    .sort((a, b) => a - b)[0];
  const found = memory === undefined ? undefined : plans[memory];
  if (found !== undefined) return found;
  throw new InputError(
    `Database ${name} asks for ${nodes} nodes of ${size.memory} GB of memory each, and we know no such plan. Name one of the operator's own: { size: "…" }.`,
  );
}
