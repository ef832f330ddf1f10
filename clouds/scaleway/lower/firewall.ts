import { InputError } from "../../../catalogue/index.ts";
import type { FirewallRuleSpec, Lower } from "../../contract/index.ts";
import { zoneOf } from "./project.ts";

/**
 * A security group that drops what no rule lets in. It stands at a machine's public interface: what comes over a private network passes it by, so that
 * the private network's members are the wall there.
 *
 * Source: scaleway/terraform-provider-scaleway docs/resources/instance_security_group.md; seen 2026-11-28.
 */
export const firewall: Lower<"firewall"> = (spec, cx) => {
  const narrow = spec.outbound !== "everything";
  const group = cx.resource("scaleway_instance_security_group", "firewall", {
    name: spec.name,
    description: spec.description,
    zone: zoneOf(undefined, cx),
    stateful: true,
    enable_default_security: true,
    inbound_default_policy: "drop",
    outbound_default_policy: narrow ? "drop" : "accept",
    inbound_rule: spec.inbound.map((rule) => ruleOf(spec.name, rule)),
    ...(spec.outbound === "everything" ? {} : { outbound_rule: spec.outbound.map((rule) => ruleOf(spec.name, rule)) }),
  });
  return { firewallId: group.ref("id") };
};

function ruleOf(name: string, { protocol, ports, peer }: FirewallRuleSpec) {
  if (!("cidr" in peer))
    throw new InputError(
      `Firewall ${name} names another firewall as a peer, and Scaleway's rules name addresses only. Name the addresses of the machines behind it.`,
    );
  return {
    action: "accept",
    protocol: protocol.toUpperCase(),
    ...(ports === undefined ? {} : ports.from === ports.to ? { port: ports.from } : { port_range: `${ports.from}-${ports.to}` }),
    ip_range: peer.cidr,
  };
}
