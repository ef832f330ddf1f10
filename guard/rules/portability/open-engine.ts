import { defineRule } from "../../rule/define-rule.ts";
import { pass } from "../../rule/rule.ts";

export default defineRule({
  id: "portability/open-engine",
  title: "Databases speak an open protocol",
  why: "What one company alone can run is left by rewriting the program. PostgreSQL moves in an afternoon.",
  controls: ["EXT-1", "CSF:SOV-6", "DataAct:30"],
  on: "database",
  level: "on request",
  options: {
    /** Engines that several operators offer, and that one can run oneself. A version or edition may follow the name. */
    engines: [
      "postgresql",
      "pg",
      "mysql",
      "mariadb",
      "redis",
      "valkey",
      "opensearch",
      "kafka",
      "cassandra",
      "clickhouse",
      "grafana",
    ] as readonly string[],
  },
  check(database, { engines }) {
    const engine = database.read("engine");
    if (engines.some((open) => engine.toLowerCase().startsWith(open))) return pass;
    return {
      because: `runs ${engine}, which is not among the open engines`,
      want: engines.join(", "),
      fix: "take an engine that others offer as well, or name it in the policy with a way out",
      path: "engine",
      value: engine,
    };
  },
  examples: {
    passes: { PostgreSQL: { engine: "postgresql" }, "PostgreSQL with its version": { engine: "PostgreSQL-17" } },
    fails: { MongoDB: { engine: "mongodb" }, "one company's own": { engine: "m3db" } },
    undecided: { "a type that does not say": {} },
  },
});
