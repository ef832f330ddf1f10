import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseEngine, DatabaseOutputs, DatabaseSpec, Lower, LowerContext } from "../../contract/index.ts";
import { mariadb } from "./database-mariadb.ts";
import { mongodb } from "./database-mongodb.ts";
import { postgresql } from "./database-postgresql.ts";
import { valkey } from "./database-valkey.ts";

const WRITERS: Readonly<Partial<Record<DatabaseEngine, (spec: DatabaseSpec, cx: LowerContext) => DatabaseOutputs>>> = {
  postgresql,
  mysql: mariadb,
  mongodb,
  valkey,
};

/**
 * A managed database with an address of the network's LAN and no other. Whoever stands in that LAN may knock: it has no list of addresses inside.
 *
 * Source: ionos-cloud/terraform-provider-ionoscloud docs/resources/pg_cluster_v2.md, dbaas_mariadb_cluster.md, dbaas_mongo_cluster.md,
 * inmemorydb_cluster_v2.md; seen 2026-11-28.
 */
export const database: Lower<"database"> = (spec, cx) => {
  const write = WRITERS[spec.engine];
  if (write === undefined)
    throw new InputError(
      `Database ${spec.name} asks for ${spec.engine}; here IONOS is written for ${Object.keys(WRITERS).join(", ")}. Choose one of these, or write a Raw resource of its own.`,
    );
  if (spec.auditLogId !== undefined)
    throw new InputError(`Database ${spec.name} names an audit log, which the provider cannot send to. Leave out { auditLog }.`);
  if (spec.nodes > MOST)
    throw new InputError(
      `Database ${spec.name} asks for ${spec.nodes} nodes; IONOS' clusters have ${MOST} at most. Say { nodes: ${MOST} }.`,
    );
  return write(spec, cx);
};

/** Nodes of a cluster. Source: ionoscloud/resource_dbaas_mariadb_cluster.go, docs/resources/inmemorydb_cluster_v2.md; seen 2026-11-28. */
const MOST = 5;
