import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { FirewallOutputs, FirewallRuleSpec } from "../clouds/contract/index.ts";
import { onlyNetworkBeside } from "./known-networks.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import { Network } from "./network.ts";
import { FIREWALL, type Peer, peerSpecs } from "./peer.ts";
import type { Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";

/** What a rule lets through: protocol and ports. Whom it lets through is `InboundRule`'s or `OutboundRule`'s to say. */
export interface FirewallRule {
  /** Ports: one, or from and to, both included. Only for TCP and UDP. @default every port */
  readonly ports?: number | readonly [from: number, to: number];
  /** @default "tcp" */
  readonly protocol?: "tcp" | "udp" | "icmp" | "any";
  /** Why it is open, for whoever reviews it. @default protocol, ports and peer in words */
  readonly why?: string;
}

/** Lets a peer in. */
export interface InboundRule extends FirewallRule {
  /** Who may come in: a network, the machines behind a firewall, a block of addresses, or `Anywhere`. */
  readonly from: Peer;
}

/** Lets traffic out to a peer. */
export interface OutboundRule extends FirewallRule {
  /** Where to: a network, the machines behind a firewall, a block of addresses, or `Anywhere`. */
  readonly to: Peer;
}

/** Props of a `Firewall`. Without any it lets nothing in. */
export interface FirewallProps {
  /**
   * The network whose machines carry it. Some clouds' rules belong to one network; elsewhere it says nothing.
   * @default the network that its rules name, else the only one of the stack at this place
   */
  readonly network?: Network;
  /** What may come in. @default nothing */
  readonly inbound?: readonly InboundRule[];
  /**
   * What may go out. Not every cloud can narrow it; where one cannot, a list is refused rather than ignored.
   * @default everything that the network lets out
   */
  readonly outbound?: readonly OutboundRule[];
}

/**
 * Rules for the machines that carry it. Nothing comes in unless a rule lets it.
 *
 * On OVHcloud: a security group. The operator lets everything out and its groups cannot narrow that: `outbound` is refused there; close the
 * network instead (`gateway: false`). On Outscale: a security group of one Net, which narrows both ways. Managed databases, clusters and load balancers carry no security group: they have lists of their own.
 *
 * @example
 * new Firewall(stack, "web", { inbound: [{ from: network, ports: 443, why: "the load balancer" }] });
 */
export class Firewall extends Construct {
  /** By which a firewall is known, of whichever copy of this library. */
  readonly [FIREWALL] = true;
  readonly #outputs: FirewallOutputs;

  constructor(scope: Within<"firewall">, id: string, props: FirewallProps = {}) {
    checkedProps(new.target, PROPS, "Firewall", scope, id, props);
    super(scope, id);
    const { inbound = [], outbound } = props;
    const network = networkOf(this, props);
    this.#outputs = lower(this, "firewall", {
      name: nameOf(this),
      ...(network === undefined ? {} : { networkId: network.networkId }),
      description:
        inbound.length === 0
          ? "Lets nothing in"
          : `Lets in ${inbound.length === 1 ? "one peer" : `${inbound.length} peers`}, and nothing else`,
      inbound: inbound.flatMap((rule) => rules(this, "from", rule, rule.from)),
      outbound: outbound === undefined ? "everything" : outbound.flatMap((rule) => rules(this, "to", rule, rule.to)),
    });
  }

  /** The operator's id of the firewall: a reference, known once it is made. */
  get firewallId(): string {
    return this.#outputs.firewallId;
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}

function networkOf(self: Construct, { network, inbound = [], outbound = [] }: FirewallProps): Network | undefined {
  const peers = [...inbound.map(({ from }) => from), ...outbound.map(({ to }) => to)];
  return network ?? peers.find(Network.isNetwork) ?? onlyNetworkBeside<Network>(self);
}

function rules(self: Construct, prop: "from" | "to", rule: FirewallRule, peer: Peer): readonly FirewallRuleSpec[] {
  const protocol = rule.protocol ?? "tcp";
  const ports = portsOf(self, rule.ports);
  if (ports !== undefined && protocol !== "tcp" && protocol !== "udp")
    refuse(self, `a rule has { protocol: "${protocol}" } and ports: only TCP and UDP have any.`);
  return peerSpecs(self, prop, peer).map((spec) => ({
    protocol,
    ...(ports === undefined ? {} : { ports }),
    peer: spec,
    description: rule.why ?? inWords(protocol, ports, prop, "cidr" in spec ? spec.cidr : "another firewall"),
  }));
}

function portsOf(self: Construct, ports: FirewallRule["ports"]): FirewallRuleSpec["ports"] {
  if (ports === undefined) return undefined;
  const [from, to] = typeof ports === "number" ? [ports, ports] : ports;
  if (![from, to].every((port) => Number.isInteger(port) && port >= 1 && port <= 65535) || from > to)
    refuse(self, `{ ports: ${JSON.stringify(ports)} } is no port or range: say one from 1 to 65535, or [from, to].`);
  return { from, to };
}

function inWords(protocol: string, ports: FirewallRuleSpec["ports"], prop: string, peer: string): string {
  const which = ports === undefined ? "" : ports.from === ports.to ? ` ${ports.from}` : ` ${ports.from}-${ports.to}`;
  return `${protocol}${which} ${prop} ${peer}`;
}
