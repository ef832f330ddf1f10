import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseEngine, DatabaseOutputs, DatabaseSpec, Lower, LowerContext } from "../../contract/index.ts";
import { mongo } from "./database-mongo.ts";
import { relational } from "./database-relational.ts";

/** Engines that Scaleway runs and can keep inside a private network. Its OpenSearch, Kafka and warehouse answer in public too, and are not offered. */
const WRITERS: Readonly<Partial<Record<DatabaseEngine, (spec: DatabaseSpec, cx: LowerContext) => DatabaseOutputs>>> = {
  postgresql: relational,
  mysql: relational,
  mongodb: mongo,
};

/**
 * A managed database with an address in the private network only. Whoever stands in that network may knock: it has no list of addresses inside.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/rdb_instance.md, mongodb_instance.md; seen 2026-11-28.
 */
export const database: Lower<"database"> = (spec, cx) => {
  const write = WRITERS[spec.engine];
  if (write === undefined)
    throw new InputError(
      `Database ${spec.name} asks for ${spec.engine}; Scaleway keeps ${Object.keys(WRITERS).join(", ")} inside a private network. Choose one of these, or run ${spec.engine} in a cluster.`,
    );
  if (spec.auditLogId !== undefined)
    throw new InputError(
      `Database ${spec.name} names an audit log, and Scaleway's databases write to Cockpit by themselves, to a source of the operator's own. Leave out { auditLog }, and read it there.`,
    );
  if (spec.backups.regions.length > 1)
    throw new InputError(
      `Database ${spec.name} wants its backups in ${spec.backups.regions.join(" and ")}; Scaleway keeps them in its own region, or in one that it chooses itself. Leave out { backupsAlsoAt }, and copy a dump into a bucket there.`,
    );
  return write(spec, cx);
};
