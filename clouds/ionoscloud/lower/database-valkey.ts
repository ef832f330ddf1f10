import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseOutputs, DatabaseSpec, LowerContext } from "../../contract/index.ts";
import { backupsOf } from "./database-backups.ts";
import { drawnPassword, guarded, maintenance, nameOf, nodeOf, OWNER } from "./database-parts.ts";
import { lanAddresses } from "./lan-address.ts";

/** Days that snapshots are kept. */
const KEEP = 14;

/** In-Memory DB, which speaks Valkey's language: nothing is evicted, each write is logged, and the service knows the password by its digest. */
export function valkey(spec: DatabaseSpec, cx: LowerContext): DatabaseOutputs {
  if (spec.databases.length > 0)
    throw new InputError(`Database ${spec.name} names databases to create, and Valkey's have numbers. Leave out { databases }.`);
  if (spec.storage !== undefined)
    throw new InputError(
      `Database ${spec.name} asks for ${spec.storage} GB of disk, which follows from the memory here. Leave out { storage }.`,
    );
  const { addresses, withPrefix } = lanAddresses(`Database ${spec.name}`, spec.name, spec.network, 1, cx);
  const { cores, memory } = nodeOf(spec, LARGEST);
  const made = cx.resource(
    "ionoscloud_inmemorydb_cluster_v2",
    "database",
    {
      name: nameOf(spec, cx),
      location: cx.region,
      version: spec.version,
      persistence_mode: "RDB_AOF",
      eviction_policy: "noeviction",
      instances: { count: spec.nodes, cores, ram: memory },
      connections: { datacenter_id: spec.network.networkId, lan_id: spec.network.subnetId, primary_instance_address: withPrefix[0] },
      credentials: { username: OWNER, password: { algorithm: "SHA-256", hash: `\${sha256(${drawnPassword(cx)})}` } },
      maintenance_window: maintenance(spec),
      snapshot: { location: backupsOf(spec, cx).store, retention_days: KEEP, snapshot_hours: [Number(spec.backups.at.slice(0, 2))] },
      logs_enabled: true,
    },
    guarded(spec),
  );
  return { databaseId: made.ref("id"), host: made.ref("dns_name"), port: "6379", addresses };
}

/** Gigabytes of memory of its largest node. Source: docs/resources/inmemorydb_cluster_v2.md; seen 2026-11-28. */
const LARGEST = 240;
