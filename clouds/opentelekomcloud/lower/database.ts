import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseSpec, Lower } from "../../contract/index.ts";
import { databaseSizes } from "../sizes.ts";
import { firewall } from "./firewall.ts";
import { keyFor } from "./key.ts";

const ENGINES = {
  postgresql: { type: "PostgreSQL", code: "pg", port: 5432 },
  mysql: { type: "MySQL", code: "mysql", port: 3306 },
} as const;
const STORAGE = 40;
const KEEP_DAYS = 14;

/**
 * PostgreSQL or MySQL in the network only, its disk encrypted with a key of its own. Two nodes stand in two zones. The administrator's password is
 * drawn by the engine and kept in the state, which is why the state is encrypted.
 *
 * Source: opentelekomcloud/terraform-provider-opentelekomcloud docs/resources/rds_instance_v3.md; seen 2026-11-28.
 */
export const database: Lower<"database"> = (spec, cx) => {
  const engine = ENGINES[refuse(spec)];
  const { firewallId } = firewall(
    {
      name: `${spec.name}-clients`,
      description: "Who may connect",
      inbound: spec.allowedFrom.map(({ cidr, description }) => ({
        description,
        protocol: "tcp" as const,
        ports: { from: engine.port, to: engine.port },
        peer: { cidr },
      })),
      outbound: "everything",
    },
    cx,
  );
  const password = cx.resource("random_password", "password", {
    length: 32,
    min_lower: 4,
    min_upper: 4,
    min_numeric: 4,
    min_special: 4,
    override_special: "~!@#%^*-_=+?",
  });
  const made = cx.resource(
    "opentelekomcloud_rds_instance_v3",
    "database",
    {
      name: spec.name,
      flavor: flavour(spec, engine.code),
      availability_zone: cx.place.zones.slice(0, spec.nodes),
      vpc_id: spec.network.networkId,
      subnet_id: spec.network.subnetId,
      security_group_id: firewallId,
      db: [{ type: engine.type, version: spec.version, port: engine.port, password: password.ref("result") }],
      volume: [{ type: "CLOUDSSD", size: Math.ceil((spec.storage ?? STORAGE) / 10) * 10, disk_encryption_id: keyFor(spec.name, cx) }],
      backup_strategy: [{ start_time: window(spec.backups.at), keep_days: KEEP_DAYS }],
      ssl_enable: true,
      ...(spec.nodes === 2 ? { ha_replication_mode: "async" } : {}),
    },
    // What the operator does not give back would be sent again with every change.
    { ignoreChanges: ["db"], ...(spec.deletionProtection ? { preventDestroy: true } : {}) },
  );
  return { databaseId: made.ref("id"), host: made.ref("private_ips[0]"), port: String(engine.port) };
};

function refuse({ name, engine, nodes, databases, auditLogId, backups }: DatabaseSpec): keyof typeof ENGINES {
  if (engine !== "postgresql" && engine !== "mysql")
    throw new InputError(
      `Database ${name} asks for ${engine}; here Open Telekom Cloud is written for ${Object.keys(ENGINES).join(" and ")}. Choose one of these, or write a Raw resource of its own.`,
    );
  if (nodes > 2)
    throw new InputError(
      `Database ${name} asks for ${nodes} nodes; a pair is the most, one that works and one that waits. Say { nodes: 2 }.`,
    );
  if (databases.length > 0)
    throw new InputError(
      `Database ${name} names databases to create (${databases.join(", ")}), and the provider creates none. Leave out { databases }, and make them with a client once it stands.`,
    );
  if (auditLogId !== undefined)
    throw new InputError(`Database ${name} names an audit log, which the provider cannot send to. Leave out { auditLog }.`);
  if (backups.regions.length > 1)
    throw new InputError(
      `Database ${name} wants its backups in ${backups.regions.join(" and ")}, and they stay in their region. Leave out { backupsAlsoAt }, and copy a dump into a bucket there.`,
    );
  return engine;
}

function flavour({ name, size, nodes }: DatabaseSpec, code: string): string {
  if ("name" in size) return size.name;
  const [found] = Object.entries(databaseSizes)
    .filter(([, memory]) => memory >= size.memory)
    .sort(([, a], [, b]) => a - b);
  if (found === undefined)
    throw new InputError(
      `Database ${name} asks for ${size.memory} GB of memory; the largest size that we know has ${Math.max(...Object.values(databaseSizes))}. Name a larger one if there is, { size: "…" }, or spread the data.`,
    );
  return `rds.${code}.${found[0]}${nodes === 2 ? ".ha" : ""}`;
}

/** `02:00` → `02:00-03:00`: an hour, at a quarter. */
function window(at: string): string {
  const [hour = 0, minute = 0] = at.split(":").map(Number);
  const two = (n: number) => String(n).padStart(2, "0");
  const quarter = two(Math.floor(minute / 15) * 15);
  return `${two(hour)}:${quarter}-${two((hour + 1) % 24)}:${quarter}`;
}
