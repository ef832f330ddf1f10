import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import {
  type Attachment,
  type GatewaySize,
  type NetworkGateway,
  type NetworkOutputs,
  parseCidr,
  type SubnetSpec,
} from "../clouds/contract/index.ts";
import { AddressPlan } from "./address-plan.ts";
import { rememberNetwork } from "./known-networks.ts";
import { lower, resourcesOf } from "./lower.ts";
import { moving, zoneAt } from "./moving.ts";
import { nameOf } from "./naming.ts";
import { requireApart } from "./networks-apart.ts";
import { placeOf, type Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";

const NETWORK = Symbol.for("terroir.Network");

/** Props of a `Network`. All are optional: without any it is private, with one subnet and a way out. */
export interface NetworkProps {
  /**
   * The network's addresses: a block, or a plan's allocation.
   * @default "10.0.0.0/16": a private range, which the internet does not carry. One network of a stack can have it.
   */
  readonly addresses?: string | AddressPlan;
  /**
   * Subnets by name: block, and zone where the place has several.
   * @default one, "main" (a /20, 4,096 addresses, or all there are), or one per zone when `perZone` says so
   */
  readonly subnets?: Readonly<
    Record<
      string,
      {
        readonly addresses: string;
        /** @default none: the subnet spans the region */
        readonly zone?: string;
      }
    >
  >;
  /**
   * One subnet in each zone of the place, named after it, so that what stands in several zones survives the loss of one.
   * @default false: one subnet that spans the region
   */
  readonly perZone?: boolean;
  /**
   * A gateway that lets the network out (updates, container images) and nobody in. Its address is the operator's way out, not a way in.
   * `false` closes the network both ways.
   * @default true: a small one
   */
  readonly gateway?: boolean | GatewaySize;
  /**
   * The hub whose gateway this network uses instead of one of its own: a spoke. What may reach what is for firewalls to say. Where a cloud's gateways
   * serve one network only, the spoke has one of its own and is peered with the hub; then spokes do not reach each other.
   * @default none: a gateway of its own
   */
  readonly through?: Network;
  /** VLAN number on the operator's private backbone, 1 to 4094: the same number elsewhere on it is the same network. @default the operator chooses */
  readonly vlan?: number;
  /** Says aloud that no route will ever lead from here to another network of the stack, so that both may use the same addresses. @default false */
  readonly isolated?: boolean;
}

/** A subnet, as other constructs take it. */
export interface Subnet {
  /** Its name in the network, by which other constructs choose it. */
  readonly id: string;
  /** Its block of addresses, `10.0.1.0/24`. */
  readonly cidr: string;
  /** Availability zone, where it stands in one. */
  readonly zone?: string;
  /** The operator's id of it: a reference, known once it is made. */
  readonly subnetId: string;
}

/**
 * A private network of one place. No public address belongs to it: what has to be reached from outside goes through a `LoadBalancer` or
 * `PrivateAccess`.
 *
 * On OVHcloud: a vRack network of one region. Local zones take no VLAN number. On Outscale: a Net, and in it a small subnet of its own for the way out.
 *
 * @example
 * const site = new DataCentre(stack, "site", { at: ovh("EU-WEST-PAR") });
 * new Network(site, "shop", { addresses: "10.8.0.0/16", perZone: true });
 */
export class Network extends Construct {
  /** By which a network is known, of whichever copy of this library. */
  readonly [NETWORK] = true;
  /** The whole block, `10.0.0.0/16`. */
  readonly cidr: string;
  /** All of them, in the order in which they were asked for. */
  readonly subnets: readonly Subnet[];
  readonly #outputs: NetworkOutputs;
  /** The network whose gateway this one uses: itself, or the hub that it goes through. */
  readonly hub: Network;
  readonly #guests: string[] = [];

  constructor(scope: Within<"network">, id: string, props: NetworkProps = {}) {
    checkedProps(new.target, PROPS, "Network", scope, id, props);
    super(scope, id);
    const plan = planOf(this, props.addresses ?? "10.0.0.0/16");
    this.cidr = plan.cidr;
    if (props.isolated !== true) requireApart(this, this.cidr);
    rememberNetwork(this);
    const specs = subnetsOf(this, plan, props);
    const { vlan } = props;
    if (vlan !== undefined && !(Number.isInteger(vlan) && vlan >= 1 && vlan <= 4094))
      refuse(this, `{ vlan: ${vlan} } is no VLAN number: they go from 1 to 4094.`);
    this.hub = props.through?.hub ?? this;
    this.#outputs = lower(this, "network", {
      name: nameOf(this),
      cidr: this.cidr,
      ...(vlan === undefined ? {} : { vlan }),
      subnets: specs,
      ...this.#gateway(props),
    });
    this.subnets = specs.map((spec) => ({ ...spec, subnetId: this.#outputs.subnetIds[spec.id] ?? "" }));
    if (this.hub !== this) this.hub.#guests.push(...this.subnets.map(({ subnetId }) => subnetId));
  }

  /** Whether something is a `Network`, of whichever copy of this library. */
  static isNetwork(x: unknown): x is Network {
    return typeof x === "object" && x !== null && NETWORK in x;
  }

  /** The operator's id of the network: a reference, known once it is made. */
  get networkId(): string {
    return this.#outputs.networkId;
  }

  /** The id that managed products built on OpenStack want, where it differs from `networkId`. */
  get regionalId(): string {
    return this.#outputs.regionalId;
  }

  /** Absent when the network is closed. */
  get gatewayId(): string | undefined {
    return this.#outputs.gatewayId;
  }

  /** A subnet by its name, or the first in a zone, or simply the first. */
  subnet(choice: { readonly id?: string; readonly zone?: string } = {}): Subnet {
    const found = this.subnets.find(
      (subnet) =>
        (choice.id === undefined || subnet.id === choice.id) &&
        (choice.zone === undefined || subnet.zone === undefined || subnet.zone === choice.zone),
    );
    if (found !== undefined) return found;
    const [first] = this.subnets;
    if (moving() !== undefined && first !== undefined) {
      moving()?.remark(this.node.path, `Subnet ${choice.id ?? choice.zone} is none there: what stands in it stands in ${first.id}.`);
      return first;
    }
    const wanted = [
      choice.id === undefined ? "" : `named "${choice.id}"`,
      choice.zone === undefined ? "" : `in zone ${choice.zone}`,
    ].filter(Boolean);
    return refuse(
      this,
      `there is no subnet ${wanted.join(" ")}. There are: ${this.subnets.map(({ id, zone }) => (zone ? `${id} (${zone})` : id)).join(", ")}.`,
    );
  }

  /** Where something stands that is put into a subnet of this network. */
  attach(choice: { readonly id?: string; readonly zone?: string } = {}): Attachment & { readonly gatewayId?: string } {
    const { subnetId } = this.subnet(choice);
    return { networkId: this.networkId, subnetId, ...(this.gatewayId === undefined ? {} : { gatewayId: this.gatewayId }) };
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }

  #gateway({ gateway = true, through }: NetworkProps): { readonly gateway?: NetworkGateway } {
    if (through === undefined)
      return gateway === false ? {} : { gateway: { size: gateway === true ? "small" : gateway, guests: () => this.#guests } };
    const [here, there] = [placeOf(this), placeOf(through)];
    if (here.id !== there.id)
      refuse(
        this,
        `it stands at ${here.id} and would go out through ${through.node.path}, which stands at ${there.id}: a gateway serves one region. Give it one of its own: leave out { through }.`,
      );
    if (through.gatewayId === undefined)
      return refuse(
        this,
        `it would go out through ${through.node.path}, which is closed ({ gateway: false }). Give that network a gateway, or leave out { through }.`,
      );
    const { hub } = through;
    return {
      gateway: {
        of: through.gatewayId,
        hub: { networkId: hub.networkId, cidr: hub.cidr, forSpokes: hub.#outputs.forSpokes ?? {} },
      },
    };
  }
}

function planOf(self: Construct, addresses: string | AddressPlan): AddressPlan {
  return new AddressPlan(typeof addresses === "string" ? addresses : addresses.cidr, self.node.path);
}

function subnetsOf(self: Construct, plan: AddressPlan, { subnets, perZone = false }: NetworkProps): readonly SubnetSpec[] {
  const { zones, id: place } = placeOf(self);
  const known = (zone: string | undefined) => {
    if (zone !== undefined && !zones.includes(zone))
      refuse(
        self,
        `${place} has no zone "${zone}". ${zones.length > 0 ? `It has: ${zones.join(", ")}.` : "It has one zone only: leave out { zone }."}`,
      );
  };
  if (subnets !== undefined) {
    if (perZone) refuse(self, "{ subnets } and { perZone } are given. Give one: { perZone: true } makes the subnets itself.");
    if (Object.keys(subnets).length === 0)
      refuse(self, "{ subnets } is empty: a network without a subnet holds nothing. Leave it out for one subnet.");
    return Object.entries(subnets).map(([id, { addresses, zone: said }]) => {
      const zone = zoneAt(self.node.path, zones, said);
      known(zone);
      return { id, cidr: plan.reserve(id, addresses).cidr, ...(zone === undefined ? {} : { zone }) };
    });
  }
  const { prefix } = parseCidr(plan.cidr);
  const oneZone = perZone && zones.length === 0 && moving() !== undefined;
  if (oneZone) moving()?.remark(self.node.path, `${place} has one zone: it has one subnet in place of one for each.`);
  if (!perZone || oneZone) return [{ id: "main", cidr: plan.allocate("main", Math.max(20, prefix)).cidr }];
  if (zones.length === 0)
    refuse(self, `{ perZone: true } needs a place with several zones; ${place} has one. Leave it out, or choose a region of three zones.`);
  const share = Math.max(20, prefix + Math.ceil(Math.log2(zones.length)));
  return zones.map((zone) => ({ id: zone, cidr: plan.allocate(zone, share).cidr, zone }));
}
