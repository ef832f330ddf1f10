import { departures, sends } from "../../place/departures.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "residency/log-sink",
  title: "Logs and metrics go to approved places only",
  why: "Logs name people, addresses and what they did. Sent to a service abroad they leave with every request.",
  controls: ["LOG-2", "SecNumCloud:19.2.d", "CADA:1.1.c", "CSF:SOV-3", "HDS:EXI-28"],
  on: ["resource", "data"],
  when: sends("log"),
  check(_resource, _options, cx) {
    return departures(cx, "log");
  },
  examples: {
    passes: { "metrics to a place in France": exporter("https://logs.s3.fr-par.scw.cloud") },
    fails: { "metrics to Amazon": exporter("https://xray.us-east-1.amazonaws.com") },
    undecided: {
      "metrics to wherever a variable says": { variable: { unknown: {} }, ...exporter("${var.unknown}") },
      "metrics to a host that nobody knows": exporter("https://otlp.example.com"),
    },
  },
});

function exporter(endpoint: string) {
  return sample("scaleway_cockpit_exporter", {
    name: "metrics",
    region: "fr-par",
    datasource_id: "d",
    exported_products: ["all"],
    otlp_destination: [{ endpoint }],
  });
}
