import { departures, sends } from "../../place/departures.ts";
import { defineRule } from "../../rule/define-rule.ts";

export default defineRule({
  id: "residency/replica",
  title: "Replicas stand in approved places only",
  why: "A copy is under the law of the place where it lies. Data that is kept in the right place and copied to a wrong one is in both.",
  controls: ["GEO-1", "SecNumCloud:12.5.d", "SecNumCloud:19.2.d", "NIS2-IR:4.2.2.c", "Gaia-X:P5.1.2", "HDS:EXI-28"],
  on: ["resource", "data"],
  when: sends("replica"),
  check(_resource, _options, cx) {
    return departures(cx, "replica");
  },
  examples: {
    passes: {
      "a bucket copied to Strasbourg": bucket("GRA", "SBG"),
      "a bucket without replicas": {
        resource: { ovh_cloud_project_storage: { b: { service_name: "abc", name: "media", region_name: "GRA" } } },
      },
    },
    fails: { "a bucket copied to Canada": bucket("GRA", "BHS") },
    undecided: { "a bucket copied to wherever a variable says": { variable: { to: {} }, ...bucket("GRA", "${var.to}") } },
  },
});

function bucket(region_name: string, region: string) {
  const replication = { rules: [{ id: "r", status: "enabled", priority: 1, destination: { name: "copy", region } }] };
  return { resource: { ovh_cloud_project_storage: { b: { service_name: "abc", name: "media", region_name, replication } } } };
}
