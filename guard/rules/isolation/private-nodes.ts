import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "isolation/private-nodes",
  title: "The machines of a cluster have no public address",
  why: "A node that the internet reaches answers on every port that anything in the cluster opens.",
  controls: ["NET-2", "SecNumCloud:13.2", "NIS2-IR:6.8"],
  on: "resource",
  level: "on request",
  when: asks("privateNodes", ["cluster"]),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "isolation/private-nodes",
      fact: "privateNodes",
      what: "private addresses of its machines",
      good: (value) => value === true,
      bad: "has machines with public addresses",
      accept,
    });
  },
  examples: {
    passes: { "a pool without": pool({ public_ip_disabled: true }) },
    fails: { "a pool with": pool({}) },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...pool({ public_ip_disabled: "${var.unknown}" }) } },
  },
});

function pool(more: Readonly<Record<string, boolean | string>>) {
  return sample("scaleway_k8s_pool", { cluster_id: "c", name: "workers", node_type: "DEV1-M", size: 2, ...more });
}
