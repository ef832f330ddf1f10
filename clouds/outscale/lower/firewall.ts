import { InputError } from "../../../catalogue/index.ts";
import type { FirewallRuleSpec, Lower } from "../../contract/index.ts";
import { named } from "./tags.ts";

/**
 * A security group of one Net. It lets nothing in until a rule does; the rule that lets everything out is taken away when the spec narrows that.
 *
 * Source: outscale/terraform-provider-outscale docs/resources/security_group.md, security_group_rule.md; seen 2026-11-28.
 */
export const firewall: Lower<"firewall"> = (spec, cx) => {
  if (spec.networkId === undefined)
    throw new InputError(
      `Firewall ${spec.name} does not say whose machines carry it, and a security group of Outscale belongs to one Net. Name the network: { network }.`,
    );
  const group = cx.resource("outscale_security_group", "firewall", {
    security_group_name: spec.name,
    // The operator takes no empty text.
    description: spec.description === "" ? spec.name : spec.description,
    net_id: spec.networkId,
    remove_default_outbound_rule: spec.outbound !== "everything",
    ...named(spec.name),
  });
  const security_group_id = group.ref("security_group_id");
  const write = (flow: "Inbound" | "Outbound", rules: readonly FirewallRuleSpec[]) => {
    for (const [index, rule] of rules.entries())
      cx.resource("outscale_security_group_rule", `${flow.toLowerCase()}-${index}`, { flow, security_group_id, ...ruleOf(rule) });
  };
  write("Inbound", spec.inbound);
  if (spec.outbound !== "everything") write("Outbound", spec.outbound);
  return { firewallId: security_group_id };
};

const PROTOCOLS = { tcp: "tcp", udp: "udp", icmp: "icmp", any: "-1" } as const;

/** Rules have no description there. All ports of a protocol are 0 to 65535; ICMP and "any" take -1. */
function ruleOf({ protocol, ports, peer }: FirewallRuleSpec) {
  const all = protocol === "tcp" || protocol === "udp" ? { from: 0, to: 65_535 } : { from: -1, to: -1 };
  const { from, to } = ports ?? all;
  const what = { ip_protocol: PROTOCOLS[protocol], from_port_range: from, to_port_range: to };
  return "cidr" in peer
    ? { ...what, ip_range: peer.cidr }
    : { rules: [{ ...what, security_groups_members: [{ security_group_id: peer.firewallId }] }] };
}
