import { InputError } from "../../../catalogue/index.ts";
import type { Lower, Statement } from "../../contract/index.ts";
import { policyOf } from "./policy.ts";

/**
 * A policy of EIM, which the identity carries. EIM speaks of the account's API only: object storage knows accounts and no users, clusters have rights of
 * their own inside, and what else could be granted Outscale does not sell.
 *
 * Source: outscale/terraform-provider-outscale docs/resources/policy.md; docs.outscale.com "About EIM Policies", "Bucket Policy Configuration Reference"; seen 2026-11-28.
 */
export const access: Lower<"access"> = (spec, cx) => {
  const { first } = spec;
  if (first.concept !== "account") throw new InputError(refusal(first));
  const policy = cx.resource("outscale_policy", "policy", {
    policy_name: spec.name,
    description: `${spec.identity.name}: ${spec.concept}`,
    path: "/terroir/",
    document: cx.later(() => JSON.stringify({ Statement: policyOf(spec.statements()) })),
  });
  return { carried: policy.ref("orn") };
};

function refusal(statement: Statement): string {
  switch (statement.concept) {
    case "bucket":
      return "Outscale's object storage knows accounts and no users, and takes no conditions: whoever has a key of the account reaches all its buckets. Give the bucket an account of its own, and leave the grant out.";
    case "cluster":
      return "Outscale's policies do not speak of clusters: whoever has the cluster's file may do what it says. Leave the grant out, and grant with Kubernetes' own roles.";
    default:
      return `Outscale sells no ${statement.concept}, so that nothing of it can be granted. Leave the grant out, or grant it where the ${statement.concept} stands.`;
  }
}
