import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";
import type { Json } from "../../values/json.ts";

export default defineRule({
  id: "encryption/key-rotation",
  title: "Keys are replaced at intervals",
  why: "A key that leaked without anybody noticing opens what was written since it was made. Rotation says until when.",
  controls: ["KEY-4", "C5:CRY-04"],
  on: "resource",
  level: "on request",
  when: asks("rotated", ["keyRing"]),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "encryption/key-rotation",
      fact: "rotated",
      what: "rotation of the key",
      good: (value) => value === true,
      bad: "is never replaced",
      accept,
    });
  },
  examples: {
    passes: { "a key that is replaced each year": key({ rotation_policy: [{ rotation_period: "8760h" }] }) },
    fails: { "a key for ever": key({}) },
    undecided: {
      "whatever a variable says": { variable: { unknown: {} }, ...key({ rotation_policy: [{ rotation_period: "${var.unknown}" }] }) },
    },
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
