import { keptElsewhere, keptPlaceRefusal } from "../../custody/kept-state.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, nothingToJudge } from "../../rule/rule.ts";

export default defineRule({
  id: "residency/state",
  title: "Every state is kept in an approved place",
  why: "State holds the names, addresses and secrets of all that it describes. Whoever asks for places alone asks for its place as well.",
  controls: ["GEO-3"],
  on: ["backend", "data"],
  within: "state/backend",
  check(_backend, _options, { hearing, subject }) {
    const kept = keptElsewhere(hearing, subject);
    if (kept.length === 0) return nothingToJudge;
    return all(kept.flatMap((one) => ("store" in one ? (keptPlaceRefusal(hearing, one.store, one.what) ?? []) : [one])));
  },
  examples: {
    passes: {
      "object storage in Gravelines": s3("https://s3.gra.io.cloud.ovh.net"),
      "a file on the machine that runs, which is another rule's": { terraform: { backend: { local: { path: "shop.tfstate" } } } },
    },
    fails: { "object storage in Canada": s3("https://s3.bhs.io.cloud.ovh.net") },
    undecided: {
      "Terraform Cloud, which says nothing of the place": { terraform: { cloud: { organization: "acme", workspaces: { name: "shop" } } } },
      "a host that nobody knows": s3("https://s3.example.com"),
    },
  },
});

function s3(endpoint: string) {
  return {
    terraform: { backend: { s3: { bucket: "state", key: "shop.tfstate", region: "gra", encrypt: true, endpoints: { s3: endpoint } } } },
  };
}
