import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "encryption/in-transit",
  title: "What passes over the network is encrypted",
  why: "Between two buildings of one operator the fibre is somebody else's. Clear text is read by whoever taps it, and changed by whoever is in between.",
  controls: ["C5:CRY-02", "DORA:9.4.d", "SecNumCloud:9.6.e", "SecNumCloud:10.2"],
  on: "resource",
  level: "on request",
  when: asks("inTransit", ["database", "cluster", "loadBalancer", "registry"]),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "encryption/in-transit",
      fact: "inTransit",
      what: "encryption on the way",
      good: (value) => value === true,
      bad: "speaks in clear",
      accept,
    });
  },
  examples: {
    passes: { "a cache that speaks TLS": redis({ tls_enabled: true }) },
    fails: { "a cache that does not": redis({}) },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...redis({ tls_enabled: "${var.unknown}" }) } },
  },
});

function redis(more: Readonly<Record<string, boolean | string>>) {
  return sample("scaleway_redis_cluster", { version: "7.2.11", node_type: "RED1-MICRO", user_name: "u", zone: "fr-par-1", ...more });
}
