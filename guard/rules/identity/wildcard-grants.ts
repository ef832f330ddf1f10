import { wideGrants } from "../../openness/grants.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all } from "../../rule/rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "identity/wildcard-grants",
  title: "Nobody is granted every right",
  why: "A key that opens everything is worth stealing, and whoever has it leaves no door by which to tell the thief from the owner.",
  controls: ["ADM-2", "SecNumCloud:9.3"],
  on: "resource",
  level: "on request",
  when: ({ reading }) => reading?.grants !== undefined,
  /** Addresses of the grants that are meant to be whole: an account for emergencies. */
  options: { except: [] as readonly string[] },
  check(resource, { except }, { subject, reading }) {
    const refusals = (reading?.grants ?? []).flatMap((grant) => wideGrants(subject, grant));
    return all(refusals.length > 0 && except.includes(resource.address) ? [] : refusals);
  },
  examples: {
    passes: { "rights by name": policy(["publicCloudProject:apiovh:storage/get"]) },
    fails: {
      "every right": policy(["*"]),
      "every right, in a document": sample("outscale_policy", {
        policy_name: "all",
        document: '{"Statement":[{"Effect":"Allow","Action":["api:*"],"Resource":["*"]}]}',
      }),
    },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...policy(["${var.unknown}"]) } },
  },
});

function policy(allow: readonly string[]) {
  return sample("ovh_iam_policy", {
    name: "pipeline",
    identities: ["urn:v1:eu:identity:user:x/y"],
    resources: ["urn:v1:eu:resource:z"],
    allow,
  });
}
