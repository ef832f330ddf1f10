import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "identity/credential-expiry",
  title: "Keys of programs end by themselves",
  why: "A key that was forgotten in a repository works until somebody remembers it. One that ends does not wait for that.",
  controls: ["ADM-2", "SecNumCloud:9.3"],
  on: "resource",
  level: "on request",
  when: asks("expires", []),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "identity/credential-expiry",
      fact: "expires",
      what: "a day on which it ends",
      good: (value) => value === true,
      bad: "is valid for ever",
      accept,
    });
  },
  examples: {
    passes: { "a key for a quarter": apiKey({ expires_at: "2027-02-28T00:00:00Z" }) },
    fails: { "a key without an end": apiKey({}) },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...apiKey({ expires_at: "${var.unknown}" }) } },
  },
});

function apiKey(more: Readonly<Record<string, string>>) {
  return sample("scaleway_iam_api_key", { application_id: "a", description: "pipeline", ...more });
}
