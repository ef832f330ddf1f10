import { InputError } from "../../../catalogue/index.ts";
import type { FirewallRuleSpec, Lower } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * A security group. OVHcloud adds rules to every group that let everything out, and its provider has no attribute that takes them away: a
 * list of outbound rules would promise what does not happen, so it is refused.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_security_group.md, and `default_rules` in ovh/resource_cloud_security_group.go; seen 2026-11-23.
 */
export const firewall: Lower<"firewall"> = (spec, cx) => {
  if (spec.outbound !== "everything")
    throw new InputError(
      `Firewall ${spec.name} narrows what goes out, which OVHcloud's security groups cannot do: the operator adds rules of its own that let everything out. ` +
        `Leave out { outbound } and close the network instead, { gateway: false }, or filter on the machines.`,
    );
  const group = cx.resource("ovh_cloud_security_group", "firewall", {
    service_name: projectOf(cx),
    region: cx.region,
    name: spec.name,
    description: spec.description,
    rule: spec.inbound.map(inbound),
  });
  return { firewallId: group.ref("id") };
};

function inbound({ description, protocol, ports, peer }: FirewallRuleSpec) {
  return {
    direction: "INGRESS",
    ethernet_type: "IPV4",
    ...(protocol === "any" ? {} : { protocol: protocol.toUpperCase() }),
    ...(ports === undefined ? {} : { port_range_min: ports.from, port_range_max: ports.to }),
    ...("cidr" in peer ? { remote_ip_prefix: peer.cidr } : { remote_group_id: peer.firewallId }),
    description,
  };
}
