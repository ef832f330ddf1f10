import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { database, resourcesOf } from "../../rule/samples.ts";

export default defineRule({
  id: "audit/trail",
  title: "Who did what is written down, and kept elsewhere",
  why: "After an intrusion the logs on the machine are what the intruder left there. What was sent away in time is the truth.",
  controls: ["LOG-1", "SecNumCloud:12.6", "SecNumCloud:12.6.c", "NIS2-IR:3.2", "NIS2-IR:3.2.5", "C5:OPS-10", "DORA:10", "CSF:SOV-7"],
  on: "resource",
  level: "on request",
  when: asks("audited", ["cluster", "database", "loadBalancer"]),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "audit/trail",
      fact: "audited",
      what: "an audit log",
      good: (value) => value === true,
      bad: "keeps no record that leaves it",
      accept,
    });
  },
  examples: {
    passes: { "a database whose log is sent to a stream": subscribed("${ovh_cloud_project_database.example.id}") },
    fails: { "a database whose log goes nowhere": database() },
    undecided: { "a log of whichever database a variable says": { variable: { unknown: {} }, ...subscribed("${var.unknown}") } },
  },
});

function subscribed(cluster_id: string) {
  const stream = { service_name: "abc", engine: "postgresql", cluster_id, stream_id: "s", kind: "customer_logs" };
  return { resource: { ...resourcesOf(database()), ovh_cloud_project_database_log_subscription: { log: stream } } };
}
