import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample, unclear } from "../../rule/samples.ts";

export default defineRule({
  id: "resilience/force-destroy",
  title: "A destroy does not take the content with it",
  why: "Where the provider empties what it deletes, one wrong destroy is the end of the data as well as of the bucket that held it.",
  controls: ["BKP-3", "NIS2-IR:4.2"],
  on: "resource",
  level: "on request",
  when: asks("emptiedOnDestroy", ["bucket", "registry"]),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "resilience/force-destroy",
      fact: "emptiedOnDestroy",
      what: "what happens to its content on a destroy",
      good: (value) => value === false,
      bad: "is deleted with everything in it",
      accept,
    });
  },
  examples: {
    passes: { "a bucket that must be empty": sample("scaleway_object_bucket", { name: "media", region: "fr-par" }) },
    fails: { "a bucket that is emptied": sample("scaleway_object_bucket", { name: "media", region: "fr-par", force_destroy: true }) },
    undecided: {
      "whatever a variable says": unclear("scaleway_object_bucket", { name: "media", region: "fr-par", force_destroy: "${var.unknown}" }),
    },
  },
});
