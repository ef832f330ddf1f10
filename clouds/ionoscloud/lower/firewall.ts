import { InputError } from "../../../catalogue/index.ts";
import type { FirewallRuleSpec, Lower } from "../../contract/index.ts";

/**
 * A network security group: what no rule names does not pass, in either direction.
 *
 * Source: ionos-cloud/terraform-provider-ionoscloud docs/resources/nsg.md, nsg_firewallrule.md; seen 2026-11-28.
 */
export const firewall: Lower<"firewall"> = (spec, cx) => {
  if (spec.networkId === undefined)
    throw new InputError(
      `Firewall ${spec.name} names no network, and IONOS' groups belong to a data centre. Say which: { network }, the network whose machines carry it.`,
    );
  const datacenter_id = spec.networkId;
  const group = cx.resource("ionoscloud_nsg", "firewall", {
    datacenter_id,
    name: spec.name,
    description: spec.description === "" ? spec.name : spec.description,
  });
  const write = (type: "INGRESS" | "EGRESS", rules: readonly Readonly<Record<string, unknown>>[]) => {
    for (const [index, rule] of rules.entries())
      cx.resource("ionoscloud_nsg_firewallrule", `${type.toLowerCase()}-${index}`, {
        datacenter_id,
        nsg_id: group.ref("id"),
        type,
        ...rule,
      });
  };
  write(
    "INGRESS",
    spec.inbound.map((rule) => ({ ...passing(rule), source_ip: addressesOf(spec.name, rule) })),
  );
  write(
    "EGRESS",
    spec.outbound === "everything"
      ? [{ name: "Everything", protocol: "ANY" }]
      : spec.outbound.map((rule) => ({ ...passing(rule), target_ip: addressesOf(spec.name, rule) })),
  );
  return { firewallId: group.ref("id") };
};

/** Without ports a rule is for all of them, without a type for every ICMP. */
const passing = ({ description, protocol, ports }: FirewallRuleSpec) => ({
  ...(description === "" ? {} : { name: description }),
  protocol: protocol.toUpperCase(),
  ...(ports === undefined ? {} : { port_range_start: ports.from, port_range_end: ports.to }),
});

function addressesOf(name: string, { peer }: FirewallRuleSpec): string {
  if ("cidr" in peer) return peer.cidr;
  throw new InputError(
    `Firewall ${name} names another firewall as a peer, and IONOS' rules name addresses only. Name the addresses of the machines behind it.`,
  );
}
