import { InputError } from "../../../catalogue/index.ts";
import type { FirewallRuleSpec, Lower } from "../../contract/index.ts";

/**
 * A firewall that drops what no rule lets in. It stands at a machine's public interface. Once there is a rule for what goes out, nothing else does.
 *
 * Source: hetznercloud/terraform-provider-hcloud docs/resources/firewall.md; seen 2026-11-28.
 */
export const firewall: Lower<"firewall"> = (spec, cx) => {
  const rules = (direction: "in" | "out", of: readonly FirewallRuleSpec[]) => of.flatMap((rule) => written(spec.name, direction, rule));
  const made = cx.resource("hcloud_firewall", "firewall", {
    name: spec.name,
    rule: [...rules("in", spec.inbound), ...(spec.outbound === "everything" ? [] : rules("out", spec.outbound))],
  });
  return { firewallId: made.ref("id") };
};

function written(name: string, direction: "in" | "out", { description, protocol, ports, peer }: FirewallRuleSpec) {
  if (!("cidr" in peer))
    throw new InputError(
      `Firewall ${name} names another firewall as a peer, and Hetzner's rules name addresses only. Name the addresses of the machines behind it.`,
    );
  const protocols = protocol === "any" ? (["tcp", "udp", "icmp", "gre", "esp"] as const) : [protocol];
  const port = ports === undefined ? "any" : ports.from === ports.to ? `${ports.from}` : `${ports.from}-${ports.to}`;
  return protocols.map((one) => ({
    direction,
    protocol: one,
    ...(one === "tcp" || one === "udp" ? { port } : {}),
    [direction === "in" ? "source_ips" : "destination_ips"]: [peer.cidr],
    ...(description === "" ? {} : { description }),
  }));
}
