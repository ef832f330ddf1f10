import type { Client } from "pg";
import { EngineError } from "../../../catalogue/errors.ts";
import type { Environment } from "../../../engines/index.ts";
import type { Members } from "../../graph/document.ts";
import { type Database, databaseOf } from "../../store/database.ts";
import { besideAt, type RecordsBeside, type Shelf } from "./beside.ts";

const TABLE = "terroir_records";

/** In a table of the state's own schema. A text says why not. */
export function besideInPostgres(config: Members, env: Environment): RecordsBeside | string {
  const database = databaseOf(config, env);
  if (typeof database === "string") return database;
  return besideAt(`${database.address}, table ${database.schema}.${TABLE}`, () => opened(database));
}

async function opened({ address, schema, open }: Database): Promise<Shelf> {
  const said = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      const why = `${message}${code === undefined ? "" : ` (${code})`}`;
      throw new EngineError(
        `A record cannot be kept beside the state at ${address}: ${why}. Let this user write in the schema ${schema}, or keep records elsewhere (--records).`,
        { cause: error },
      );
    }
  };
  const client = await said(open());
  const table = `${client.escapeIdentifier(schema)}.${TABLE}`;
  await said(made(client, table)).catch(async (error) => {
    await client.end();
    throw error;
  });
  return {
    async put(name, text) {
      await said(client.query(`INSERT INTO ${table} (name, envelope) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING`, [name, text]));
    },
    close: () => client.end(),
  };
}

/** Who may write in a table may not be allowed to make one: it is made when it is not there. */
async function made(client: Client, table: string): Promise<void> {
  const { rows } = await client.query<{ there: string | null }>("SELECT to_regclass($1)::text AS there", [table]);
  if (rows[0]?.there == null)
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${table} (name text PRIMARY KEY, envelope text NOT NULL, kept timestamptz NOT NULL DEFAULT now())`,
    );
}
