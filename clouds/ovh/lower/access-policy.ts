import type { AccessOutputs, AccessSpec, LowerContext, Statement } from "../../contract/index.ts";
import { actionsOf, urnOf } from "./actions.ts";

/**
 * One policy of the account, for one identity on one resource. OVHcloud's policies multiply all their actions with all their resources, so each
 * resource has a policy of its own: granting a second thing never widens the first.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/iam_policy.md; seen 2026-11-23.
 */
export function policyAccess(spec: AccessSpec, cx: LowerContext): AccessOutputs {
  cx.resource("ovh_iam_policy", "policy", {
    name: spec.name,
    description: `${spec.identity.name}: ${spec.concept}`,
    identities: [spec.identity.principal],
    resources: [urnOf(spec.first, cx)],
    allow: cx.later(() => allowed(spec.statements())),
  });
  return {};
}

function allowed(statements: readonly Statement[]): readonly string[] {
  return [...new Set(statements.flatMap(actionsOf))].sort();
}
