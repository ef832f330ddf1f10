import type { DataMove } from "./data-move.ts";

const seen = "2026-11-28";

/** How the data of a database moves, by its engine: each has a dump of its own, and its own way to follow what changes meanwhile. */
export const DATABASE_MOVES: Readonly<Record<string, DataMove>> = {
  postgresql: {
    means: "A dump for the schema and the first copy, logical replication for what changes meanwhile.",
    steps: [
      {
        phase: "copy",
        what: "Dump schema and roles at the origin, restore them at the destination, create the publication and the subscription.",
      },
      { phase: "follow", what: "Let the subscription catch up; watch its lag." },
      { phase: "switch", what: "Stop writing, wait for a lag of zero, carry sequences over, drop the subscription." },
    ],
    source: "https://www.postgresql.org/docs/17/logical-replication.html",
    seen,
  },
  mysql: {
    means: "A dump with its position in the binary log, replication from there.",
    steps: [
      {
        phase: "copy",
        what: "Dump users and databases with the position in the binary log (`mysqldump --single-transaction --source-data`), import them.",
      },
      {
        phase: "follow",
        what: "Replicate from that position; where the operator lets nobody replicate, copy a last dump while writing stops.",
      },
      { phase: "switch", what: "Stop writing, wait until the replica has read all, stop replication, compare checksums of tables." },
    ],
    source: "https://dev.mysql.com/doc/mysql-replication-excerpt/8.0/en/replication-howto-mysqldump.html",
    seen,
  },
  mongodb: {
    means: "A dump of every database, restored into the same major release.",
    steps: [
      { phase: "copy", what: "Try the whole once: `mongodump --oplog`, `mongorestore --oplogReplay`, and measure how long it takes." },
      { phase: "switch", what: "Stop writing, dump and restore, compare counts of documents and indexes." },
    ],
    source: "https://www.mongodb.com/docs/database-tools/mongodump",
    seen,
  },
  valkey: {
    means: "A replica of the origin, where the operator lets one connect; else a snapshot file. A cache alone fills itself again.",
    steps: [
      {
        phase: "copy",
        what: "Decide whether it is more than a cache. If so, make the destination a replica (`REPLICAOF`), or restore a snapshot there.",
      },
      { phase: "follow", what: "Watch the replica's offset." },
      { phase: "switch", what: "Stop writing, wait until both offsets are the same, promote the replica (`REPLICAOF NO ONE`)." },
    ],
    source: "https://valkey.io/topics/migration",
    seen,
  },
  kafka: {
    means: "Topics, access lists and positions of consumers, mirrored by MirrorMaker 2.",
    steps: [
      {
        phase: "copy",
        what: "Run MirrorMaker 2 at the destination, with topics under their own names and positions of consumer groups synchronized.",
      },
      { phase: "follow", what: "Watch the lag of replication; mirror schemas and access lists as well." },
      { phase: "switch", what: "Stop producers, let consumers read to the end, start both at the destination, stop mirroring." },
    ],
    source: "https://kafka.apache.org/40/operations/geo-replication-cross-cluster-data-mirroring",
    seen,
  },
  opensearch: {
    means: "Snapshots into a bucket that both read; each further one holds only what changed.",
    steps: [
      {
        phase: "copy",
        what: "Register a bucket as snapshot repository at both, take a snapshot, restore it; carry templates and roles over.",
      },
      { phase: "follow", what: "Take a snapshot each day." },
      { phase: "switch", what: "Stop writing, take a last snapshot, close the indices that are replaced, restore it, compare counts." },
    ],
    source: "https://docs.opensearch.org/latest/api-reference/snapshots/restore-snapshot/",
    seen,
  },
  clickhouse: {
    means: "A backup into a bucket that both read, and a second one of what came since.",
    steps: [
      { phase: "copy", what: "`BACKUP ALL TO S3(…)` at the origin, `RESTORE ALL FROM S3(…)` at the destination." },
      { phase: "switch", what: "Stop writing, back up what changed (`base_backup`), restore it, compare counts." },
    ],
    source: "https://clickhouse.com/docs/concepts/features/backup-restore/s3-endpoint",
    seen,
  },
};
