/** A private network of one place, cut into subnets. No public address belongs to it. */
export interface NetworkSpec {
  readonly name: string;
  /** All its addresses, `10.0.0.0/16`; the subnets lie inside. */
  readonly cidr: string;
  /** VLAN number on the operator's private backbone, where it has one; absent: the operator chooses. */
  readonly vlan?: number;
  readonly subnets: readonly SubnetSpec[];
  /** A gateway that lets the network out and nobody in; absent: the network is closed both ways. */
  readonly gateway?: NetworkGateway;
}

/** A gateway of the network's own, which may serve subnets of other networks too, or that of another network: spokes around a hub. */
export type NetworkGateway =
  | {
      readonly size: GatewaySize;
      /** Subnets of other networks that it serves. Complete only when everything has been declared: read it inside `later`, nowhere else. */
      guests?(): readonly string[];
    }
  | { readonly of: string; readonly hub: Hub };

/** The network around which others stand, as they see it. Where a cloud's gateways serve one network only, a spoke has one of its own and is peered with the hub. */
export interface Hub {
  readonly networkId: string;
  readonly cidr: string;
  /** What the hub's own lowering gave for its spokes. */
  readonly forSpokes: Readonly<Record<string, string>>;
}

/** How much a gateway carries, in three sizes that every operator can match to its own. */
export type GatewaySize = "small" | "medium" | "large";

/** A part of a network's addresses. */
export interface SubnetSpec {
  /** Unique in the network. */
  readonly id: string;
  /** `10.0.0.0/24`. */
  readonly cidr: string;
  /** Availability zone, where the place has several. */
  readonly zone?: string;
}

/** What a lowered network gives back. */
export interface NetworkOutputs {
  readonly networkId: string;
  /** The id that OpenStack-flavoured products want, where it differs. */
  readonly regionalId: string;
  /** By the subnet's id in the spec. */
  readonly subnetIds: Readonly<Record<string, string>>;
  readonly gatewayId?: string;
  /** What a spoke around this network has to know of it, in the cloud's own terms. @default nothing */
  readonly forSpokes?: Readonly<Record<string, string>>;
}

/** Where something stands in a network, as other concepts' specs say it. */
export interface Attachment {
  readonly networkId: string;
  readonly subnetId: string;
}

/** Where something stands that has an address of its subnet, which on some clouds whoever makes it has to choose. */
export interface AddressedAttachment extends Attachment {
  /** Addresses of its subnet, `10.0.0.0/20`. */
  readonly cidr: string;
  /** The address that was chosen for it, or the first of several. Clouds that choose themselves leave it alone. @default `stableAddresses` finds one */
  readonly address?: string;
}
