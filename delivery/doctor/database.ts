import type { Database } from "../store/database.ts";
import { type Check, ok, problem, unknown, warning } from "./check.ts";
import { checkClock } from "./clock.ts";

/** What a database says of itself. The names of its answers are those of the columns. */
interface Said {
  readonly version: number;
  readonly now: Date;
  readonly replica: boolean;
  readonly there: boolean;
  readonly may_make: boolean;
  readonly may_write: boolean;
  readonly size: string;
  readonly limit_user: number;
  readonly limit_database: number;
  readonly limit_server: number;
  readonly used: number;
  readonly encrypted: boolean;
}

const QUESTION = `SELECT current_setting('server_version_num')::int AS version, now() AS now, pg_is_in_recovery() AS replica,
  to_regnamespace(quote_ident($1)) IS NOT NULL AS there,
  has_database_privilege(current_database(), 'CREATE') AS may_make,
  COALESCE((SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = $1), false) AS may_write,
  pg_size_pretty(pg_database_size(current_database())) AS size,
  (SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user) AS limit_user,
  (SELECT datconnlimit FROM pg_database WHERE datname = current_database()) AS limit_database,
  current_setting('max_connections')::int AS limit_server,
  (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
  COALESCE((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted`;

/** A run of four stacks holds two connections each: one for the lock, one for the state. */
const NEEDED = 8;

/** Looks at a PostgreSQL as the engine will use it, without writing anything. A text says why it cannot be asked. */
export async function checkDatabase(database: Database | string, now: () => number = Date.now): Promise<readonly Check[]> {
  if (typeof database === "string") return [unknown("store/reached", "a PostgreSQL that keeps states", database)];
  const { address, schema, open } = database;
  const about = `the schema ${schema} at ${address}`;
  let said: Said | undefined;
  try {
    const client = await open();
    try {
      said = (await client.query<Said>(QUESTION, [schema])).rows[0];
    } finally {
      await client.end();
    }
  } catch (error) {
    return [failed(about, error as Error & { code?: string })];
  }
  if (said === undefined) return [unknown("store/reached", about, "it gave no answer")];
  return [
    ok("store/reached", about, `PostgreSQL ${Math.floor(said.version / 10_000)} answers`),
    ...checkClock(said.now.getTime(), about, now()),
    version(said, about),
    writing(said, about),
    room(said, about),
    said.encrypted
      ? ok("store/transport", about, "what travels there is encrypted")
      : warning(
          "store/transport",
          about,
          "what travels there is in clear",
          "write sslmode=verify-full into its address, and let the server have a certificate",
        ),
  ];
}

function failed(about: string, { code, message }: Error & { readonly code?: string }): Check {
  // 28: invalid authorization; 3D000: no such database (https://www.postgresql.org/docs/17/errcodes-appendix.html).
  if (code?.startsWith("28") === true)
    return problem("store/credentials", about, message, "set PGUSER and PGPASSWORD to a user that may log in");
  if (code === "3D000") return problem("store/bucket", about, message, "createdb: the engine makes schemas and tables, and no database");
  return problem(
    "store/reached",
    about,
    code === undefined ? message : `${message} (${code})`,
    "look at the address, the network and the certificate",
  );
}

const version = ({ version }: Said, about: string): Check =>
  version >= 100_000
    ? ok("store/version", about, "it is new enough")
    : problem("store/version", about, "engines need PostgreSQL 10 or newer", "upgrade it");

function writing({ replica, there, may_make, may_write }: Said, about: string): Check {
  if (replica) return problem("store/write", about, "it is a replica, which takes nothing", "name the primary server");
  if (there ? may_write : may_make)
    return ok("store/write", about, there ? "this user may use the schema" : "this user may make the schema");
  return problem(
    "store/write",
    about,
    there ? "this user may not use the schema" : "the schema is not there, and this user may not make it",
    there ? `GRANT USAGE, CREATE ON SCHEMA to this user` : "GRANT CREATE ON DATABASE to this user, or make the schema",
  );
}

/** PostgreSQL limits connections, and not room: a full disk it tells of when it is full. */
function room({ limit_user, limit_database, limit_server, used, size }: Said, about: string): Check {
  const limits = [
    ["this user", limit_user],
    ["this database", limit_database],
    ["the server", limit_server - used],
  ] as const;
  const tight = limits.find(([, limit]) => limit >= 0 && limit < NEEDED);
  return tight === undefined
    ? ok("store/quota", about, `it holds ${size}, and has connections to give; for the disk below it there is no question`)
    : warning(
        "store/quota",
        about,
        `${tight[0]} gets ${tight[1]} more connections; a stack that is deployed needs two`,
        `raise the limit, or run fewer at once: --parallel ${Math.max(1, Math.floor(tight[1] / 2))}`,
      );
}
