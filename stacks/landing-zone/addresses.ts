import type { Construct } from "constructs";
import { InputError, withoutTrace } from "../../catalogue/index.ts";
import { parseCidr } from "../../clouds/contract/index.ts";
import { type AddressPlan, Network, type Within } from "../../constructs/index.ts";

/** Where a deployment stands: a network, and the subnet of it that is its own. */
export interface Standing {
  readonly network: Network;
  readonly subnet: string;
}

/** Bits of a network's prefix: 65,536 addresses each, and room for as many networks as the plan is wide. In a plan that is narrower, a network is all of a place's half. */
const NETWORK = 16;
/** Bits more for a deployment's subnet in a network that it shares: a sixteenth, 4,096 addresses of 65,536. */
const SHARE = 4;

const widthIn = (plan: AddressPlan): number => Math.max(NETWORK, parseCidr(plan.cidr).prefix);

/** The plan, cut in two: each place has a half, which can grow without moving what stands in the other. */
export interface Ground {
  readonly plan: AddressPlan;
  readonly primary: AddressPlan;
  readonly secondary: AddressPlan;
}

export function addressesOf(plan: AddressPlan): Ground {
  const half = parseCidr(plan.cidr).prefix + 1;
  const ground = { plan, primary: plan.allocate("primary", half), secondary: plan.allocate("secondary", half) };
  // Numbers are given in the order of asking: the platform's own first, so that deployments come and go behind them.
  for (const name of ["hub", "recovery"]) plan.vlan(name);
  return ground;
}

/** A deployment's network, and whether nothing leads from it to others. */
export interface WantedNetwork {
  readonly name: string;
  readonly apart: boolean;
}

/**
 * A hub, and a network for each spoke that goes out through it. Each has a block of addresses and a VLAN of its own, so that they can meet on one
 * private backbone. One that is apart goes out by a gateway of its own, which leads to no other network.
 */
export function hubAndSpokes(
  scope: Within<"network">,
  { plan, primary }: Ground,
  spokes: readonly WantedNetwork[],
): ReadonlyMap<string, Standing> {
  const width = widthIn(primary);
  const hub = new Network(scope, "hub", { addresses: primary.allocate("hub", width), vlan: plan.vlan("hub") });
  const around = spokes.map(({ name, apart }): [string, Standing] => {
    const own = { addresses: primary.allocate(name, width), vlan: plan.vlan(name) };
    return [name, { network: new Network(scope, name, { ...own, ...(apart ? {} : { through: hub }) }), subnet: "main" }];
  });
  return new Map([["hub", { network: hub, subnet: "main" }], ...around]);
}

/** One network, and a subnet in it for each deployment. */
export function standalone(
  scope: Within<"network">,
  { plan, primary }: Ground,
  spokes: readonly WantedNetwork[],
  gateway = true,
): ReadonlyMap<string, Standing> {
  const apart = spokes.find((one) => one.apart);
  if (apart !== undefined)
    throw withoutTrace(
      new InputError(
        `${scope.node.path}: the deployment "${apart.name}" is { apart: true }, and in { topology: "standalone" } all share one network. Say { topology: "hub-and-spoke" }.`,
      ),
    );
  const block = primary.allocate("network", widthIn(primary));
  const share = parseCidr(block.cidr).prefix + SHARE;
  const names = ["hub", ...spokes.map(({ name }) => name)];
  const subnets = Object.fromEntries(names.map((name) => [name, { addresses: block.allocate(name, share).cidr }]));
  const network = new Network(scope, "network", { addresses: block.cidr, vlan: plan.vlan("hub"), subnets, gateway });
  return new Map(names.map((name) => [name, { network, subnet: name }]));
}

/** A network at the second place, for the day on which the first is gone. */
export function recovery(scope: Construct, { plan, secondary }: Ground, gateway: boolean): Network {
  return new Network(scope as Within<"network">, "recovery", {
    addresses: secondary.allocate("recovery", widthIn(secondary)),
    vlan: plan.vlan("recovery"),
    gateway,
  });
}
