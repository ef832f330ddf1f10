import type { IConstruct } from "constructs";
import type { FirewallRuleSpec } from "../clouds/contract/index.ts";
import { cidrProp, isNearlyEveryone } from "./cidr-prop.ts";
import { Network } from "./network.ts";
import { refuse } from "./refuse.ts";

const ANYWHERE = Symbol.for("terroir.Anywhere");
export const FIREWALL = Symbol.for("terroir.Firewall");

/** The whole internet, said aloud: no block of addresses means it by accident, and a reviewer finds it by its name. */
export const Anywhere: { readonly [ANYWHERE]: true } = { [ANYWHERE]: true };

/** Who is at the other end: a network (all its subnets), the machines behind a firewall, a block of addresses, or `Anywhere`. */
export type Peer = Network | { readonly [FIREWALL]: true; readonly firewallId: string } | typeof Anywhere | string;

type PeerSpec = FirewallRuleSpec["peer"];

export function peerSpecs(self: IConstruct, prop: string, peer: Peer): readonly PeerSpec[] {
  if (typeof peer === "object" && peer !== null) {
    if (ANYWHERE in peer) return [{ cidr: "0.0.0.0/0" }];
    if (FIREWALL in peer) return [{ firewallId: peer.firewallId }];
    if (Network.isNetwork(peer)) return peer.subnets.map(({ cidr }) => ({ cidr }));
  }
  if (typeof peer !== "string")
    return refuse(self, `{ ${prop} } takes a network, a firewall, a block of addresses or Anywhere, and got ${String(peer)}.`);
  if (isNearlyEveryone(cidrProp(self, prop, peer)))
    return refuse(self, `{ ${prop}: "${peer}" } is nearly the whole internet. Name who it is, or say it aloud: { ${prop}: Anywhere }.`);
  return [{ cidr: peer }];
}

/** Peers as blocks of addresses only, for products that know no others. */
export function peerBlocks(self: IConstruct, prop: string, peer: Peer): readonly string[] {
  return peerSpecs(self, prop, peer).map((spec) =>
    "cidr" in spec ? spec.cidr : refuse(self, `{ ${prop} } takes networks, blocks of addresses or Anywhere here, not a firewall.`),
  );
}
