import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseOutputs, DatabaseSpec, LowerContext } from "../../contract/index.ts";
import { backupsOf } from "./database-backups.ts";
import { drawnPassword, guarded, maintenance, nameOf, nodeOf, OWNER } from "./database-parts.ts";
import { lanAddresses } from "./lan-address.ts";

/** Days that backups are kept. */
const KEEP = 14;

/** PostgreSQL by the second version of its interface: the release that is asked for, backups where they are told to be, and a password that the provider keeps nowhere. */
export function postgresql(spec: DatabaseSpec, cx: LowerContext): DatabaseOutputs {
  const [first = "main", ...others] = spec.databases;
  if (others.length > 0)
    throw new InputError(
      `Database ${spec.name} names ${spec.databases.length} databases to create, and IONOS' provider makes one in a cluster. Name one, and make the others with a client: { databases: ["${first}"] }.`,
    );
  const { addresses, withPrefix } = lanAddresses(`Database ${spec.name}`, spec.name, spec.network, 1, cx);
  const { cores, memory, storage } = nodeOf(spec, LARGEST);
  const made = cx.resource(
    "ionoscloud_pg_cluster_v2",
    "database",
    {
      name: nameOf(spec, cx),
      location: cx.region,
      version: spec.version,
      replication_mode: "ASYNCHRONOUS",
      backup: { location: backupsOf(spec, cx).store, retention_days: KEEP },
      instances: { count: spec.nodes, cores, ram: memory, storage_size: storage },
      connections: { datacenter_id: spec.network.networkId, lan_id: spec.network.subnetId, primary_instance_address: withPrefix[0] },
      maintenance_window: maintenance(spec),
      // Handed over when it is made, and again when the number changes.
      credentials: { username: OWNER, password: drawnPassword(cx), password_version: "1", database: first },
      logs_enabled: true,
    },
    guarded(spec),
  );
  return { databaseId: made.ref("id"), host: made.ref("dns_name"), port: "5432", addresses };
}

/** Gigabytes of memory of its largest node. Source: docs/resources/inmemorydb_cluster_v2.md, the same generation of the service; seen 2026-11-28. */
const LARGEST = 240;
