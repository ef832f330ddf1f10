import { judgeReading } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample, unclear } from "../../rule/samples.ts";

const volume = { service_name: "abc", region_name: "EU-WEST-PAR", name: "orders", size: 10, type: "high-speed" };
const kms = { domain_id: "d", service_key_id: "k" };

export default defineRule({
  id: "encryption/key-custody",
  title: "What is encrypted is encrypted under a key of the customer's own",
  why: "Under the operator's key, the operator can read, and be ordered to. A key of one's own can be taken away, and with it everything that it encrypts.",
  controls: ["KEY-2", "KEY-3", "C5:CRY-03", "CSF:SOV-3"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => reading?.encryption !== undefined && reading.encryption.by !== "none",
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    const path = cx.reading?.encryption?.keys;
    return judgeReading(cx, path === undefined ? undefined : { as: "present", path, remedy: `set ${path} to a key of your own` }, {
      rule: "encryption/key-custody",
      fact: "",
      what: "a key of the customer's own",
      good: (value) => value === true,
      bad: "is encrypted under the operator's key",
      accept,
    });
  },
  examples: {
    passes: { "a volume under one's own key": sample("ovh_cloud_project_volume", { ...volume, encryption: { encrypted: true, kms } }) },
    fails: { "a volume under the operator's": sample("ovh_cloud_project_volume", { ...volume, encryption: { encrypted: true } }) },
    undecided: {
      "a key that a variable may name": unclear("ovh_cloud_project_volume", {
        ...volume,
        encryption: { encrypted: true, kms: { domain_id: "d", service_key_id: "${var.unknown}" } },
      }),
    },
  },
});
