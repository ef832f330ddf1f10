import { judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "audit/log-retention",
  title: "Logs are kept for half a year",
  why: "Most intrusions are found after months. A log that is gone by then was kept for nothing.",
  controls: ["LOG-1", "SecNumCloud:12.6.c", "NIS2-IR:3.2.5", "C5:OPS-12"],
  on: "resource",
  level: "on request",
  // A lock and a backup have a retention as well, which other rules ask for.
  when: ({ reading }) => reading?.concept === "auditLog",
  options: { accept: "shown", days: 180 },
  check(_resource, { accept, days }, cx) {
    return judgeFact(cx, {
      rule: "audit/log-retention",
      fact: "retentionDays",
      what: "how long it is kept",
      good: (value) => typeof value === "number" && value >= days,
      bad: (value) => `is kept for ${value} days`,
      want: `at least ${days} days`,
      least: days,
      accept,
    });
  },
  examples: {
    passes: { "a source for a year": logs(365) },
    fails: { "a source for a month": logs(31) },
    undecided: { "as long as a variable says": { variable: { unknown: {} }, ...logs("${var.unknown}") } },
  },
});

function logs(retention_days: number | string) {
  return sample("scaleway_cockpit_source", { name: "audit", type: "logs", region: "fr-par", retention_days });
}
