import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";
import type { Json } from "../../values/json.ts";

export default defineRule({
  id: "encryption/key-recovery",
  title: "A key cannot be lost by one deletion",
  why: "Whoever deletes a key deletes everything that it encrypts. That must take more than one command.",
  controls: ["KEY-4", "C5:CRY-04"],
  on: "resource",
  level: "on request",
  when: asks("recoverable", ["keyRing"]),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "encryption/key-recovery",
      fact: "recoverable",
      what: "protection of the key against deletion",
      good: (value) => value === true,
      bad: "can be deleted at once, with all that it encrypts",
      accept,
    });
  },
  examples: {
    passes: { "a protected key": key({}) },
    fails: { "an unprotected key": key({ unprotected: true }) },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...key({ unprotected: "${var.unknown}" }) } },
  },
});

function key(more: { readonly [attribute: string]: Json }) {
  return sample("scaleway_key_manager_key", {
    name: "orders",
    region: "fr-par",
    usage: "symmetric_encryption",
    algorithm: "aes_256_gcm",
    ...more,
  });
}
