import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample, unclear } from "../../rule/samples.ts";

const oks = {
  project_id: "p",
  name: "shop",
  version: "1.33",
  cidr_pods: "10.1.0.0/16",
  cidr_service: "10.2.0.0/16",
  admin_whitelist: ["10.0.0.0/8"],
};

export default defineRule({
  id: "resilience/zones",
  title: "What a service depends on stands in more than one zone",
  why: "A zone is a building, or a part of one: it burns, floods and loses power as a whole.",
  controls: ["AVL-1", "C5:PS-02", "CSF:SOV-4"],
  on: "resource",
  level: "on request",
  when: asks("zones", ["database", "cluster"]),
  options: { accept: "shown", least: 2 },
  check(_resource, { accept, least }, cx) {
    return judgeFact(cx, {
      rule: "resilience/zones",
      fact: "zones",
      what: "over how many zones it spreads",
      good: (value) => value === true || (typeof value === "number" && value >= least),
      bad: (value) => `stands in ${value === 1 || value === false ? "one zone" : `${value} zones`}`,
      want: `at least ${least} zones`,
      accept,
    });
  },
  examples: {
    passes: { "a control plane in two subregions": sample("outscale_oks_cluster", { ...oks, cp_multi_az: true }) },
    fails: { "a control plane in one": sample("outscale_oks_cluster", oks) },
    undecided: { "wherever a variable says": unclear("outscale_oks_cluster", { ...oks, cp_multi_az: "${var.unknown}" }) },
  },
});
