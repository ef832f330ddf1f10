import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { bucket } from "../../rule/samples.ts";

export default defineRule({
  id: "resilience/object-lock",
  title: "What a bucket holds cannot be deleted for a time, not even by its owner",
  why: "Whoever has the keys of the account can delete every backup, unless the storage itself refuses. A lock is what is left when credentials are stolen.",
  controls: ["BKP-3"],
  on: "resource",
  level: "on request",
  when: asks("locked", ["bucket"]),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "resilience/object-lock",
      fact: "locked",
      what: "the lock against deletion",
      good: (value) => value === true,
      bad: "can be emptied by whoever has its keys",
      decided: true,
      accept,
    });
  },
  examples: {
    passes: { "a bucket with a lock": bucket({ object_lock: { status: "enabled", rule: { mode: "compliance", period: "P30D" } } }) },
    fails: { "a bucket without": bucket() },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...bucket({ object_lock: { status: "${var.unknown}" } }) } },
  },
});
