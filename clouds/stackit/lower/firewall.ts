import type { FirewallRuleSpec, Lower } from "../../contract/index.ts";
import { home } from "./project.ts";

/**
 * A security group, which lets nothing in until a rule does; once there is a rule for what goes out, nothing else does.
 *
 * Source: stackitcloud/terraform-provider-stackit docs/resources/security_group.md, security_group_rule.md; seen 2026-11-28.
 */
export const firewall: Lower<"firewall"> = (spec, cx) => {
  const group = cx.resource("stackit_security_group", "firewall", {
    ...home(cx),
    name: spec.name,
    ...(spec.description === "" ? {} : { description: spec.description }),
    stateful: true,
  });
  const write = (direction: "ingress" | "egress", rules: readonly FirewallRuleSpec[]) => {
    for (const [index, rule] of rules.entries())
      cx.resource("stackit_security_group_rule", `${direction}-${index}`, {
        ...home(cx),
        security_group_id: group.ref("security_group_id"),
        direction,
        ether_type: "IPv4",
        ...ruleOf(rule),
      });
  };
  write("ingress", spec.inbound);
  if (spec.outbound !== "everything") write("egress", spec.outbound);
  return { firewallId: group.ref("security_group_id") };
};

function ruleOf({ description, protocol, ports, peer }: FirewallRuleSpec) {
  return {
    ...(description === "" ? {} : { description }),
    ...(protocol === "any" ? {} : { protocol: { name: protocol } }),
    ...(ports === undefined ? {} : { port_range: { min: ports.from, max: ports.to } }),
    ...("cidr" in peer ? { ip_range: peer.cidr } : { remote_security_group_id: peer.firewallId }),
  };
}
