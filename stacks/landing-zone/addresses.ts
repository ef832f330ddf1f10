import type { Construct } from "constructs";
import { type AddressPlan, Network, type Within } from "../../constructs/index.ts";

/** Where a deployment stands: a network, and the subnet of it that is its own. */
export interface Standing {
  readonly network: Network;
  readonly subnet: string;
}

/** Bits of a network's prefix: 65,536 addresses each, and room for as many networks as the plan is wide. */
const NETWORK = 16;
/** Bits of a deployment's subnet in a network that it shares: 4,096 addresses. */
const SHARE = 20;

/**
 * A hub, and a network for each spoke that goes out through it. Each has a block of addresses and a VLAN of its own, so that they can meet on one
 * private backbone.
 */
export function hubAndSpokes(scope: Within<"network">, plan: AddressPlan, spokes: readonly string[]): ReadonlyMap<string, Standing> {
  const hub = new Network(scope, "hub", { addresses: plan.allocate("hub", NETWORK), vlan: plan.vlan("hub") });
  const around = spokes.map((name): [string, Standing] => [
    name,
    { network: new Network(scope, name, { addresses: plan.allocate(name, NETWORK), vlan: plan.vlan(name), through: hub }), subnet: "main" },
  ]);
  return new Map([["hub", { network: hub, subnet: "main" }], ...around]);
}

/** One network, and a subnet in it for each deployment. */
export function standalone(scope: Within<"network">, plan: AddressPlan, spokes: readonly string[]): ReadonlyMap<string, Standing> {
  const block = plan.allocate("network", NETWORK);
  const names = ["hub", ...spokes];
  const subnets = Object.fromEntries(names.map((name) => [name, { addresses: block.allocate(name, SHARE).cidr }]));
  const network = new Network(scope, "network", { addresses: block.cidr, vlan: plan.vlan("network"), subnets });
  return new Map(names.map((name) => [name, { network, subnet: name }]));
}

/** A network at the second place, for the day on which the first is gone. */
export function recovery(scope: Construct, plan: AddressPlan): Network {
  return new Network(scope as Within<"network">, "recovery", {
    addresses: plan.allocate("recovery", NETWORK),
    vlan: plan.vlan("recovery"),
  });
}
