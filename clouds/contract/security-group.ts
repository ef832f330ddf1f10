import type { Lower } from "./cloud.ts";
import type { FirewallRuleSpec } from "./concepts/index.ts";

/**
 * A firewall as OpenStack's network service writes it, whoever's provider speaks to it: a security group, which lets nothing in until a rule does. Its own
 * rules, which let everything out, are taken away when the spec narrows that.
 *
 * Source: terraform-provider-openstack/terraform-provider-openstack and opentelekomcloud/terraform-provider-opentelekomcloud
 * docs/resources/networking_secgroup_v2.md, networking_secgroup_rule_v2.md; seen 2026-11-28.
 *
 * @param provider what the names of its types begin with, `openstack`
 *
 * @example
 * const place = openstack("se-sto");
 * const { cx, drafts } = recorder(place);
 * securityGroup("openstack")({ name: "web", description: "Lets nobody in", inbound: [], outbound: "everything" }, cx);
 * console.assert(drafts()[0]?.type === "openstack_networking_secgroup_v2");
 */
export function securityGroup(provider: string): Lower<"firewall"> {
  return (spec, cx) => {
    const { region } = cx;
    const group = cx.resource(`${provider}_networking_secgroup_v2`, "firewall", {
      name: spec.name,
      region,
      description: spec.description,
      delete_default_rules: spec.outbound !== "everything",
    });
    const write = (direction: "ingress" | "egress", rules: readonly FirewallRuleSpec[]) => {
      for (const [index, rule] of rules.entries())
        cx.resource(`${provider}_networking_secgroup_rule_v2`, `${direction}-${index}`, {
          region,
          security_group_id: group.ref("id"),
          direction,
          ethertype: "IPv4",
          ...ruleOf(rule),
        });
    };
    write("ingress", spec.inbound);
    if (spec.outbound !== "everything") write("egress", spec.outbound);
    return { firewallId: group.ref("id") };
  };
}

function ruleOf({ description, protocol, ports, peer }: FirewallRuleSpec) {
  return {
    description,
    ...(protocol === "any" ? {} : { protocol }),
    ...(ports === undefined ? {} : { port_range_min: ports.from, port_range_max: ports.to }),
    ...("cidr" in peer ? { remote_ip_prefix: peer.cidr } : { remote_group_id: peer.firewallId }),
  };
}
