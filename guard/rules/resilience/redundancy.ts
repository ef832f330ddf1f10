import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { database, unclear } from "../../rule/samples.ts";

export default defineRule({
  id: "resilience/redundancy",
  title: "What a service depends on runs on more than one machine",
  why: "One machine fails, and is restarted for updates. Two of them make that somebody else's night.",
  controls: ["AVL-1", "C5:PS-02"],
  on: "resource",
  level: "on request",
  when: asks("nodes", ["database", "cluster", "loadBalancer"]),
  options: { accept: "shown", least: 2 },
  check(_resource, { accept, least }, cx) {
    return judgeFact(cx, {
      rule: "resilience/redundancy",
      fact: "nodes",
      what: "how many machines it has",
      good: (value) => value === true || (typeof value === "number" && value >= least),
      bad: (value) => `runs on ${value === 1 || value === false ? "one machine" : `${value} machines`}`,
      want: `at least ${least} machines`,
      decided: true,
      accept,
    });
  },
  examples: {
    passes: { "a database of two nodes": database() },
    fails: { "a database of one node": database({ nodes: [{ region: "GRA", network_id: "n", subnet_id: "s" }] }) },
    undecided: {
      "as many as a variable says": unclear("scaleway_redis_cluster", {
        version: "7.2.11",
        node_type: "RED1-MICRO",
        user_name: "u",
        zone: "fr-par-1",
        cluster_size: "${var.unknown}",
      }),
    },
  },
});
