import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StateProps } from "../../../constructs/index.ts";
import { checkDatabase } from "../../../delivery/doctor/index.ts";
import type { RunResult, Told } from "../../../delivery/index.ts";
import { recordsIn } from "../../../delivery/records/index.ts";
import { databaseOf } from "../../../delivery/store/database.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { go, type More, outcomes, type Project, testSigner } from "../run/project.ts";
import { postgres, type TestDatabase, testDatabase } from "./postgres.ts";
import { BAO, filesBelow, SECRET, STORE, writeStacks } from "./program.ts";
import { tofu } from "./real-project.ts";
import { TOKEN, type Transit, testTransit } from "./transit.ts";

const SLOW = { timeout: 600_000 };

describe.runIf(tofu && postgres)("states in a real PostgreSQL", () => {
  let database: TestDatabase;
  let transit: Transit;
  beforeAll(async () => {
    [database, transit] = await Promise.all([testDatabase(), testTransit()]);
    await transit.make(["net"]);
    const state: StateProps = {
      postgres: { host: "127.0.0.1", port: database.port, database: "postgres" },
      key: { openBao: { address: BAO } },
    };
    writeStacks(project.out, { net: state }, { store: STORE, bao: transit.address });
    // The construct asks for certificates, which this server has none of.
    for (const file of filesBelow(project.out))
      writeFileSync(file, readFileSync(file, "utf8").replaceAll("sslmode=verify-full", "sslmode=disable"));
  }, SLOW.timeout);
  afterAll(async () => {
    transit?.close();
    await database?.stop();
  });

  const folder = scratch();
  const project: Project = { folder, out: join(folder, "cdktf.out"), signer: testSigner() };
  const env = { ...process.env, BAO_TOKEN: TOKEN, PGUSER: "states", TF_CLI_CONFIG_FILE: "/dev/null", TF_VAR_secret: SECRET };
  const real = (command: Parameters<typeof go>[0], more: More = {}): Promise<RunResult> =>
    go(command, project, { engine: tofu as NonNullable<typeof tofu>, rehearse: false, env, ...more });
  const failure = ({ stacks: [one] }: RunResult): string => JSON.stringify(one?.failure);
  const local = join(folder, ".terroir", "records", "net");

  it("are encrypted, and have their records in a table beside them", SLOW, async () => {
    const first = await real("deploy");
    expect([outcomes(first), failure(first)]).toEqual([{ net: "applied" }, undefined]);
    const rows = await database.ask("SELECT name, envelope FROM net.terroir_records ORDER BY name");
    expect(rows.map(({ envelope }) => JSON.parse(String(envelope)))).toEqual(recordsIn(local).map(({ envelope }) => envelope));
    expect(rows.length).toBe(2);
    expect(JSON.stringify(await database.ask("SELECT data FROM net.states"))).not.toContain(SECRET);
  });

  it("are had by one run at a time, whose lock ends with it", SLOW, async () => {
    const holder = new pg.Client({ host: "127.0.0.1", port: database.port, user: "states", database: "postgres", ssl: false });
    holder.on("error", () => {});
    await holder.connect();
    await holder.query("SELECT pg_advisory_lock(id) FROM net.states");
    expect(failure(await real("plan"))).toMatch(/Another run holds the state's lock/);
    await holder.end();
    expect(outcomes(await real("plan"))).toEqual({ net: "unchanged" });
  });

  it("pass the doctor's look, which says what would fail", SLOW, async () => {
    const looked = async (user: string, schema = "net", name = "postgres") => {
      const config = { conn_str: `postgres://127.0.0.1:${database.port}/${name}?sslmode=disable`, schema_name: schema };
      return Object.fromEntries((await checkDatabase(databaseOf(config, { PGUSER: user }))).map(({ id, status }) => [id, status]));
    };
    expect(await looked("states")).toEqual({
      "store/reached": "ok",
      "store/clock": "ok",
      "store/version": "ok",
      "store/write": "ok",
      "store/quota": "ok",
      "store/transport": "warning",
    });
    await database.ask("CREATE ROLE visitor LOGIN CONNECTION LIMIT 3");
    expect(await looked("visitor")).toMatchObject({ "store/write": "problem", "store/quota": "warning" });
    expect(await looked("visitor", "another")).toMatchObject({ "store/write": "problem" });
    expect(await looked("nobody-at-all")).toEqual({ "store/credentials": "problem" });
    expect(await looked("states", "net", "nowhere")).toEqual({ "store/bucket": "problem" });
  });

  it("whose database is gone say so, and go on when it is back; what was recorded meanwhile is brought then", SLOW, async () => {
    await database.ask("ALTER TABLE net.terroir_records RENAME TO elsewhere");
    await database.ask(
      "CREATE ROLE guest LOGIN; GRANT USAGE ON SCHEMA net TO guest; GRANT ALL ON ALL TABLES IN SCHEMA net TO guest; GRANT ALL ON ALL SEQUENCES IN SCHEMA net TO guest; GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO guest",
    );
    const guest = failure(
      await real("plan", {
        env: { ...env, PGUSER: "guest", PG_SKIP_SCHEMA_CREATION: "true", PG_SKIP_TABLE_CREATION: "true", PG_SKIP_INDEX_CREATION: "true" },
      }),
    );
    expect(guest).toMatch(
      /A record cannot be kept beside the state at postgres:\/\/127\.0\.0\.1:\d+\/postgres: permission denied for schema net/,
    );
    await database.stop();
    const told: Told[] = [];
    const gone = failure(await real("plan", { told }));
    expect(gone).toMatch(/store of the state cannot be reached/);
    expect(JSON.stringify(told)).toMatch(/net: records of earlier runs are still here/);
    await database.start();
    await database.ask("ALTER TABLE net.elsewhere RENAME TO terroir_records");
    expect(outcomes(await real("plan"))).toEqual({ net: "unchanged" });
    const [{ count } = {}] = await database.ask("SELECT count(*)::int AS count FROM net.terroir_records");
    expect(count).toBe(readdirSync(local).filter((name) => name.endsWith(".json")).length);
    expect(existsSync(join(folder, ".terroir", "open", "net.json"))).toBe(false);
  });
});
