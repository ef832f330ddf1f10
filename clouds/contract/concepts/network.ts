/** A private network of one place, cut into subnets. No public address belongs to it. */
export interface NetworkSpec {
  readonly name: string;
  /** VLAN number on the operator's private backbone, where it has one; absent: the operator chooses. */
  readonly vlan?: number;
  readonly subnets: readonly SubnetSpec[];
  /** A gateway that lets the network out and nobody in. */
  readonly gateway: boolean;
}

export interface SubnetSpec {
  /** Unique in the network. */
  readonly id: string;
  /** `10.0.0.0/24`. */
  readonly cidr: string;
  /** Availability zone, where the place has several. */
  readonly zone?: string;
}

export interface NetworkOutputs {
  readonly networkId: string;
  /** The id that OpenStack-flavoured products want, where it differs. */
  readonly regionalId: string;
  readonly subnetIds: Readonly<Record<string, string>>;
  readonly gatewayId?: string;
}
