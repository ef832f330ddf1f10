/** Machines of one kind, side by side. */
import { Construct } from "constructs";
import { addressIn, parseCidr } from "../../clouds/contract/index.ts";
import { Firewall, type Flavour, type InboundRule, Instance, type SshKey, type Within } from "../../constructs/index.ts";
import type { Standing } from "../landing-zone/addresses.ts";

/** Props of `Machines`: where they stand, how many, and what they let in. */
export interface MachinesProps extends Standing {
  readonly sshKey: SshKey;
  /** @default 2: one may fail while the other is renewed */
  readonly count?: number;
  /** @default { cpus: 2, memory: 4 } */
  readonly flavour?: Flavour;
  /** Beside SSH from inside the network. @default nothing */
  readonly inbound?: readonly InboundRule[];
  /** The first of their addresses, counted from the start of the subnet. @default 16 */
  readonly from?: number;
}

/**
 * Machines with fixed private addresses and one firewall. What runs on them, your configuration management installs, through the way in.
 *
 * @example
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";
 * const brokers = new Machines(stack, "brokers", { network, subnet: "main", sshKey, inbound: [{ from: network, ports: 8883 }] });
 * console.assert(brokers.instances.length === 2);
 */
export class Machines extends Construct {
  readonly firewall: Firewall;
  readonly instances: readonly Instance[];

  constructor(scope: Within<"instance" | "firewall">, id: string, props: MachinesProps) {
    super(scope, id);
    const { network, subnet, sshKey, count = 2, flavour = { cpus: 2, memory: 4 }, inbound = [], from = 16 } = props;
    this.firewall = new Firewall(this as Within<"firewall">, "firewall", {
      network,
      inbound: [{ from: network, ports: 22, why: "Administration from inside" }, ...inbound],
    });
    const block = parseCidr(network.subnet({ id: subnet }).cidr);
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
          firewalls: [this.firewall],
        }),
    );
  }
}
