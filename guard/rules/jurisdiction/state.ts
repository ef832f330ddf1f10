import { keeperRefusal, keptElsewhere } from "../../custody/kept-state.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, nothingToJudge } from "../../rule/rule.ts";

export default defineRule({
  id: "jurisdiction/state",
  title: "Every state is kept by an approved operator",
  why: "Whoever keeps the state can be made to hand it over, and with it every secret in it.",
  controls: ["OPR-1"],
  on: ["backend", "data"],
  within: "state/backend",
  check(_backend, _options, { hearing, subject }) {
    const kept = keptElsewhere(hearing, subject);
    if (kept.length === 0) return nothingToJudge;
    return all(kept.flatMap((one) => ("store" in one ? (keeperRefusal(hearing, one.store, one.what) ?? []) : [one])));
  },
  examples: {
    passes: {
      "object storage in Gravelines": s3("https://s3.gra.io.cloud.ovh.net"),
      "a file on the machine that runs, which is another rule's": { terraform: { backend: { local: { path: "shop.tfstate" } } } },
    },
    fails: {
      "Terraform Cloud": { terraform: { cloud: { organization: "acme", workspaces: { name: "shop" } } } },
      "another stack's at Amazon's": {
        data: { terraform_remote_state: { net: { backend: "s3", config: { bucket: "b", key: "k", region: "eu-central-1" } } } },
      },
    },
    undecided: { "a host that nobody knows": s3("https://s3.example.com") },
  },
});

function s3(endpoint: string) {
  return {
    terraform: { backend: { s3: { bucket: "state", key: "shop.tfstate", region: "gra", encrypt: true, endpoints: { s3: endpoint } } } },
  };
}
