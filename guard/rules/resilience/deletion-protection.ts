import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { database } from "../../rule/samples.ts";

export default defineRule({
  id: "resilience/deletion-protection",
  title: "What keeps data cannot be deleted in passing",
  why: "A wrong plan that is approved in a hurry deletes a database as easily as a tag. Protection makes it two decisions.",
  controls: ["BKP-3", "NIS2-IR:4.2"],
  on: "resource",
  level: "on request",
  when: asks("deletionProtected", ["database", "instance", "cluster", "volume", "fileShare", "keyRing", "secretStore"]),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "resilience/deletion-protection",
      fact: "deletionProtected",
      what: "protection against deletion",
      good: (value) => value === true,
      bad: "can be deleted by any plan",
      accept,
    });
  },
  examples: {
    passes: { "a database that is protected": database({ deletion_protection: true }) },
    fails: { "a database that is not": database() },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...database({ deletion_protection: "${var.unknown}" }) } },
  },
});
