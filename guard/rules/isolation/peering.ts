import { departures, sends } from "../../place/departures.ts";
import { defineRule } from "../../rule/define-rule.ts";

export default defineRule({
  id: "isolation/peering",
  title: "Networks are joined with approved places only",
  why: "Two networks that are joined are one network, and what stands in the other reaches everything in this.",
  controls: ["ADM-1", "NET-3", "SecNumCloud:13.2", "SecNumCloud:19.2.c", "NIS2-IR:6.8"],
  on: ["resource", "data"],
  when: sends("peer"),
  check(_resource, _options, cx) {
    return departures(cx, "peer");
  },
  examples: {
    passes: { "two networks in Paris": peering("fr") },
    fails: { "a network in Paris and one in New Jersey": peering("us") },
    undecided: {
      "a network that nobody here knows": {
        ...peering("fr"),
        resource: {
          outscale_net: { a: { provider: "outscale.fr", ip_range: "10.0.0.0/16" } },
          outscale_net_peering: {
            p: { provider: "outscale.fr", source_net_id: "${outscale_net.a.id}", accepter_net_id: "vpc-1234", accepter_owner_id: "1" },
          },
        },
      },
    },
  },
});

function peering(other: "fr" | "us") {
  return {
    terraform: { required_providers: { outscale: { source: "outscale/outscale" } } },
    provider: {
      outscale: [
        { alias: "fr", region: "eu-west-2" },
        { alias: "us", region: "us-east-2" },
      ],
    },
    resource: {
      outscale_net: {
        a: { provider: "outscale.fr", ip_range: "10.0.0.0/16" },
        b: { provider: `outscale.${other}`, ip_range: "10.1.0.0/16" },
      },
      outscale_net_peering: {
        p: {
          provider: "outscale.fr",
          source_net_id: "${outscale_net.a.id}",
          accepter_net_id: "${outscale_net.b.id}",
          accepter_owner_id: "1",
        },
      },
    },
  };
}
