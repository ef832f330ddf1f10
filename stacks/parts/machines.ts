/** Machines of one kind, side by side. */
import { Construct } from "constructs";
import { addressIn, parseCidr } from "../../clouds/contract/index.ts";
import { Firewall, type Flavour, type InboundRule, Instance, type Network, type SshKey, type Within } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { Policy } from "../../guard/index.ts";
import type { Standing } from "../landing-zone/addresses.ts";
import { PROPS } from "../props/generated.ts";
import { requirePinned, type Software, softwareSetUp } from "./software.ts";

/** Props of `Machines`: where they stand, how many, and what they let in. */
export interface MachinesProps extends Standing {
  /** The administrator's public key. */
  readonly sshKey: SshKey;
  /** @default 2: one may fail while the other is renewed */
  readonly count?: number;
  /** @default { cpus: 2, memory: 4 } */
  readonly flavour?: Flavour;
  /** Beside SSH from inside the network. @default nothing */
  readonly inbound?: readonly InboundRule[];
  /** What runs on them. @default nothing: your configuration management installs it, through the way in */
  readonly software?: Software;
  /** The first of their addresses, counted from the start of the subnet. @default 16 */
  readonly from?: number;
}

/**
 * Machines with fixed private addresses and one firewall. With `software` they install it themselves, and filter what comes in by themselves as well: not
 * every cloud puts a firewall before a machine that is configured. Without, your configuration management installs what runs on them, through the way in.
 *
 * @example
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";
 * const brokers = new Machines(stack, "brokers", { network, subnet: "main", sshKey, inbound: [{ from: network, ports: 8883 }] });
 * console.assert(brokers.instances.length === 2);
 */
export class Machines extends Construct {
  /** What they let in: before them, or, with `software`, on each of them. */
  readonly firewall: Firewall;
  /** As many as were asked for. */
  readonly instances: readonly Instance[];

  constructor(scope: Within<"instance" | "firewall">, id: string, props: MachinesProps) {
    checkedProps(new.target, PROPS, "Machines", scope, id, props);
    super(scope, id);
    const { network, subnet, sshKey, count = 2, flavour = { cpus: 2, memory: 4 }, inbound = [], from = 16, software } = props;
    if (software !== undefined) requirePinned(this, software.image, registriesOf(this));
    this.firewall = new Firewall(this as Within<"firewall">, "firewall", {
      network,
      inbound: [{ from: network, ports: 22, why: "Administration from inside" }, ...inbound],
    });
    const block = parseCidr(network.subnet({ id: subnet }).cidr);
    const runs =
      software === undefined
        ? { firewalls: [this.firewall] }
        : { firewalls: [], userData: softwareSetUp({ name: this.node.id, software, accept: accepted(network, inbound) }) };
    this.instances = Array.from(
      { length: count },
      (_, index) =>
        new Instance(this as Within<"instance">, `${index + 1}`, {
          network,
          subnet,
          image: "Debian 12",
          flavour,
          sshKey,
          address: addressIn(block, from + index),
          ...runs,
        }),
    );
  }
}

/** The firewall's rules in the words of the machines' own filter. Whoever is let in by another name than addresses is inside the network. */
function accepted(network: Network, inbound: readonly InboundRule[]): readonly string[] {
  const inside = network.subnets.map(({ cidr }) => cidr).join(", ");
  return [{ from: network, ports: 22 } as InboundRule, ...inbound].map(({ from, ports, protocol = "tcp" }) => {
    const sources = typeof from === "string" ? from : inside;
    const [first, last] = typeof ports === "number" || ports === undefined ? [ports, ports] : ports;
    const which = first === undefined ? `meta l4proto ${protocol}` : `${protocol} dport ${first === last ? first : `${first}-${last}`}`;
    return `ip saddr { ${sources} } ${which} accept`;
  });
}

/** Registries that the app's policy names for containers. */
function registriesOf(self: Construct): readonly string[] | undefined {
  const { policy } = self.node.root as { readonly policy?: Policy };
  return policy?.parameters["supply-chain/image-registry"]?.["registries"] as readonly string[] | undefined;
}
