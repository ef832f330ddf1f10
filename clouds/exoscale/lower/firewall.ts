import type { FirewallRuleSpec, Lower } from "../../contract/index.ts";

/**
 * A security group, which lets nothing in until a rule does. It stands at a machine's public interface. Once there is a rule for what goes out, nothing
 * else does.
 *
 * Source: exoscale/terraform-provider-exoscale docs/resources/security_group.md, security_group_rule.md; seen 2026-11-28.
 */
export const firewall: Lower<"firewall"> = (spec, cx) => {
  const group = cx.resource("exoscale_security_group", "firewall", { name: spec.name, description: spec.description });
  const write = (type: "INGRESS" | "EGRESS", rules: readonly FirewallRuleSpec[]) => {
    for (const [index, rule] of rules.flatMap(written).entries())
      cx.resource("exoscale_security_group_rule", `${type.toLowerCase()}-${index}`, { security_group_id: group.ref("id"), type, ...rule });
  };
  write("INGRESS", spec.inbound);
  if (spec.outbound !== "everything") write("EGRESS", spec.outbound);
  return { firewallId: group.ref("id") };
};

/** "Any" is every protocol that has a name there. ICMP is asked for as "is it there", type 8, code 0. */
function written({ description, protocol, ports, peer }: FirewallRuleSpec) {
  const protocols = protocol === "any" ? (["TCP", "UDP", "ICMP"] as const) : [protocol.toUpperCase()];
  return protocols.map((one) => ({
    protocol: one,
    description,
    ...(one === "ICMP" ? { icmp_type: 8, icmp_code: 0 } : { start_port: ports?.from ?? 1, end_port: ports?.to ?? 65_535 }),
    ...("cidr" in peer ? { cidr: peer.cidr } : { user_security_group_id: peer.firewallId }),
  }));
}
