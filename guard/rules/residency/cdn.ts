import { departures, sends } from "../../place/departures.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "residency/cdn",
  title: "Content is delivered and cached from approved places only",
  why: "A network of caches keeps copies wherever it answers, and decrypts every request there: who asks, for what, and with which cookie.",
  controls: ["GEO-1", "GEO-5", "SecNumCloud:19.2.d", "CADA:1.1.c", "CSF:SOV-3", "Gaia-X:P5.1.2", "HDS:EXI-28", "GDPR:44"],
  on: ["resource", "data"],
  when: sends("cache"),
  check(_resource, _options, cx) {
    return departures(cx, "cache");
  },
  examples: {
    passes: {
      "a balancer in Paris, without a network of caches in front": sample("scaleway_lb", { type: "LB-S", zone: "fr-par-1" }),
    },
    fails: { "copies in Asia": distribution(["EU", "ASIA"]) },
    undecided: {
      "copies in Europe, which is more than the Union": distribution(["EU"]),
      "copies wherever a variable says": { variable: { areas: {} }, ...distribution("${var.areas}") },
      "points of presence that the operator chooses": sample("scaleway_edge_services_pipeline", { name: "shop" }),
    },
  },
});

function distribution(regions: string | readonly string[]) {
  return sample("stackit_cdn_distribution", {
    project_id: "p",
    config: { backend: { type: "http", origin_url: "https://shop.example.eu" }, regions },
  });
}
