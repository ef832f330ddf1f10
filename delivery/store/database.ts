import { existsSync } from "node:fs";
import type { Client } from "pg";
import type { Environment } from "../../engines/index.ts";
import type { Members } from "../graph/document.ts";

/** A PostgreSQL that keeps states. */
export interface Database {
  /** `postgres://db.example.eu:5432/states`, without who asks. */
  readonly address: string;
  readonly schema: string;
  /** Connects. @throws Error of the client, with PostgreSQL's own words */
  open(): Promise<Client>;
}

/** A database that is far away answers within this, or is gone. */
const PATIENCE = 15_000;

/** The database that a backend's settings and the environment name; a text says why we cannot ask it. */
export function databaseOf(config: Members, env: Environment): Database | string {
  const connection = typeof config.conn_str === "string" && config.conn_str !== "" ? config.conn_str : env.PG_CONN_STR;
  if (!connection) return "neither conn_str nor PG_CONN_STR says where the database is";
  if (!/^postgres(?:ql)?:\/\//.test(connection)) return "the database is not named by an address that begins with postgres://";
  return {
    address: connection.replace(/^(\w+:\/\/)(?:[^@/]*@)?/, "$1").replace(/[?].*$/, ""),
    schema: (typeof config.schema_name === "string" && config.schema_name) || env.PG_SCHEMA_NAME || "terraform_remote_state",
    async open() {
      // Loaded by whoever has a state there.
      const { default: pg } = await import("pg");
      const client = new pg.Client({
        connectionString: addressed(connection, env),
        connectionTimeoutMillis: PATIENCE,
        query_timeout: PATIENCE,
        application_name: "terroir",
      });
      // A connection that breaks tells whoever asks next.
      client.on("error", () => {});
      await client.connect();
      return client;
    },
  };
}

/** As the engine finds it out: what the address does not say, libpq's variables do. */
function addressed(connection: string, env: Environment): string {
  const address = new URL(connection);
  address.username ||= encodeURIComponent(env.PGUSER ?? "");
  address.password ||= encodeURIComponent(env.PGPASSWORD ?? "");
  const { PGSSLROOTCERT: root } = env;
  const isChecked = root !== undefined && existsSync(root) && /^verify-/.test(address.searchParams.get("sslmode") ?? "");
  if (isChecked && !address.searchParams.has("sslrootcert")) address.searchParams.set("sslrootcert", root);
  return address.href;
}
