import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { bucket } from "../../rule/samples.ts";

export default defineRule({
  id: "resilience/versioning",
  title: "Buckets keep earlier versions of what they hold",
  why: "A program that overwrites, a person who deletes and an intruder who encrypts all leave the last good version behind, where versions are kept.",
  controls: ["BKP-3", "NIS2-IR:4.2"],
  on: "resource",
  level: "on request",
  when: asks("versioned", ["bucket"]),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "resilience/versioning",
      fact: "versioned",
      what: "the keeping of versions",
      good: (value) => value === true,
      bad: "keeps no earlier versions",
      accept,
    });
  },
  examples: {
    passes: { "a bucket with versions": bucket({ versioning: { status: "enabled" } }) },
    fails: { "a bucket without": bucket(), "a bucket whose versions are suspended": bucket({ versioning: { status: "suspended" } }) },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...bucket({ versioning: { status: "${var.unknown}" } }) } },
  },
});
