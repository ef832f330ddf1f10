/** A set of rules for the machines that carry it. What no rule lets through is dropped. */
export interface FirewallSpec {
  readonly name: string;
  readonly description: string;
  /** The network whose machines carry it, for clouds whose rules belong to a network; absent where the description does not say. */
  readonly networkId?: string;
  readonly inbound: readonly FirewallRuleSpec[];
  /** `everything`: machines may open connections to wherever their network leads. A cloud that cannot narrow this refuses the list. */
  readonly outbound: "everything" | readonly FirewallRuleSpec[];
}

/** One rule for one peer. */
export interface FirewallRuleSpec {
  readonly description: string;
  readonly protocol: "tcp" | "udp" | "icmp" | "any";
  /** Absent: every port; always absent for `icmp` and `any`. */
  readonly ports?: { readonly from: number; readonly to: number };
  readonly peer: { readonly cidr: string } | { readonly firewallId: string };
}

/** What a lowered firewall gives back. */
export interface FirewallOutputs {
  readonly firewallId: string;
}
