import type { AddressedAttachment } from "./network.ts";

/** Spreads TLS connections over machines of a private network. */
export interface LoadBalancerSpec {
  readonly name: string;
  readonly size: LoadBalancerSize;
  readonly network: AddressedAttachment & { readonly gatewayId?: string };
  /** Reachable from the internet. */
  readonly publicAddress: boolean;
  readonly listeners: readonly ListenerSpec[];
}

export type LoadBalancerSize = "small" | "medium" | "large";

/** One port, who may connect to it, and the machines behind it. */
export interface ListenerSpec {
  readonly id: string;
  readonly port: number;
  /** `terminate`: TLS ends here, with a certificate from the operator's secret store. `pass-through`: it ends on the machines. */
  readonly tls: { readonly kind: "terminate"; readonly certificateId: string } | { readonly kind: "pass-through" };
  /** Source addresses that may connect, as CIDRs; never empty. */
  readonly from: readonly string[];
  readonly backend: {
    readonly port: number;
    /** Private addresses of the machines. */
    readonly addresses: readonly string[];
    /** The machines themselves, where the description names them: some clouds' balancers lead to machines and not to addresses. */
    readonly instanceIds?: readonly string[];
    /** Asked by HTTP to tell the healthy from the sick, where TLS ends here; absent: a TCP or TLS handshake. */
    readonly healthPath?: string;
  };
}

/** What a lowered load balancer gives back. */
export interface LoadBalancerOutputs {
  readonly loadBalancerId: string;
  /** Inside the network. */
  readonly privateAddress: string;
  readonly publicAddress?: string;
  /** Private addresses that it took, where the cloud leaves the choice to whoever makes it: nobody else of the network may have them. @default none */
  readonly addresses?: readonly string[];
}
