import type { AddressRange } from "./address-range.ts";
import type { FlavourRef } from "./instance.ts";
import type { Attachment } from "./network.ts";

/** A managed Kubernetes cluster whose nodes stand in a private network, without addresses of their own. */
export interface ClusterSpec {
  readonly name: string;
  /** `1.34`; absent: the operator's newest. */
  readonly version?: string;
  /** The control plane runs more than once. */
  readonly highlyAvailable: boolean;
  /** How the operator may bring security updates: when nothing is interrupted, at once, or only when asked. */
  readonly updates: "careful" | "always" | "never";
  readonly network: Attachment & {
    /** All addresses of the network, which pods and services must not share. */
    readonly cidr: string;
    /** The gateway by which the nodes reach the world; it stands before the cluster does. */
    readonly gatewayId?: string;
  };
  /** Who reaches the API. Never empty: an empty list means everybody to some operators. */
  readonly allowedFrom: readonly AddressRange[];
  /** People sign in with the company's own directory. */
  readonly signIn?: OidcSpec;
  /** Who did what with the API, as an audit log's id. */
  readonly auditLogId?: string;
  readonly pools: readonly NodePoolSpec[];
}

/** OpenID Connect: the cluster believes what this issuer says of people. */
export interface OidcSpec {
  readonly issuerUrl: string;
  readonly clientId: string;
  /** Claim that names the person. */
  readonly usernameClaim: string;
  /** Stands before every name, so that no directory entry can be called `system:admin`. */
  readonly usernamePrefix: string;
  readonly groupsClaim: string;
  readonly groupsPrefix: string;
}

/** Nodes of one kind. */
export interface NodePoolSpec {
  /** Unique in the cluster. */
  readonly id: string;
  readonly flavour: FlavourRef;
  /** Smallest and largest number of nodes, over all zones together. */
  readonly nodes: { readonly min: number; readonly max: number };
  /** Zones over which the nodes are spread evenly; empty where the place has one only. */
  readonly zones: readonly string[];
  /** No two nodes of the pool on one host. */
  readonly apart: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly TaintSpec[];
}

/** What keeps workloads off a node unless they tolerate it, in Kubernetes' own terms. */
export interface TaintSpec {
  readonly key: string;
  readonly value?: string;
  readonly effect: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
}

/** What a lowered cluster gives back. */
export interface ClusterOutputs {
  readonly clusterId: string;
  /** `https://…`, the API. */
  readonly endpoint: string;
  /** The administrator's sign-in file. A sensitive reference, for whoever sets the cluster up; people use `signIn`. */
  readonly kubeconfig: string;
}
