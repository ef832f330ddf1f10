import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { rdb } from "../../rule/samples.ts";

export default defineRule({
  id: "resilience/backup",
  title: "What keeps data is backed up",
  why: "A replica repeats a mistake within a second. Only a backup knows how it was before.",
  controls: ["BKP-1", "SecNumCloud:12.5", "SecNumCloud:12.5.d", "NIS2-IR:4.2"],
  on: "resource",
  level: "on request",
  when: asks("backedUp", ["database", "instance", "volume", "fileShare"]),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "resilience/backup",
      fact: "backedUp",
      what: "the making of backups",
      good: (value) => value === true,
      bad: "is not backed up",
      accept,
    });
  },
  examples: {
    passes: { "a database with backups": rdb() },
    fails: { "a database without": rdb({ disable_backup: true }) },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...rdb({ disable_backup: "${var.unknown}" }) } },
  },
});
