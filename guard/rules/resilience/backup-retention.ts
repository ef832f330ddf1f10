import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { rdb } from "../../rule/samples.ts";

export default defineRule({
  id: "resilience/backup-retention",
  title: "Backups are kept long enough to notice what went wrong",
  why: "Damage is found after days. A backup that is overwritten each night is then a copy of the damage.",
  controls: ["BKP-1", "NIS2-IR:4.2.2.c"],
  on: "resource",
  level: "on request",
  when: asks("backupDays", ["database"]),
  options: { accept: "shown", days: 7 },
  check(_resource, { accept, days }, cx) {
    return judgeFact(cx, {
      rule: "resilience/backup-retention",
      fact: "backupDays",
      what: "how long backups are kept",
      good: (value) => typeof value === "number" && value >= days,
      bad: (value) => `keeps its backups for ${value} days`,
      want: `at least ${days} days`,
      least: days,
      accept,
    });
  },
  examples: {
    passes: { "a month": rdb({ backup_schedule_retention: 30 }) },
    fails: { "two days": rdb({ backup_schedule_retention: 2 }) },
    undecided: { "as long as a variable says": { variable: { unknown: {} }, ...rdb({ backup_schedule_retention: "${var.unknown}" }) } },
  },
});
