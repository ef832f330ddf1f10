/** `terroir`: apps, stacks, places and neutral constructs, sovereign by default. */

export { Access } from "./access.ts";
export { AddressPlan } from "./address-plan.ts";
export { Bucket, type BucketProps } from "./bucket.ts";
export type { LifecycleProps } from "./bucket-lifecycle.ts";
export type { Named } from "./catalogue-ref.ts";
export { DataCentre, type DataCentreProps } from "./data-centre.ts";
export { FileShare, type FileShareProps } from "./file-share.ts";
export { Firewall, type FirewallProps, type FirewallRule, type InboundRule, type OutboundRule } from "./firewall.ts";
export { Identity, type IdentityProps } from "./identity.ts";
export { Instance, type InstanceProps } from "./instance.ts";
export { type ListenerProps, LoadBalancer, type LoadBalancerProps } from "./load-balancer.ts";
export { lower, resourcesOf } from "./lower.ts";
export { type NamingRules, nameOf } from "./naming.ts";
export { Network, type NetworkProps, type Subnet } from "./network.ts";
export type { OwnKey } from "./own-key.ts";
export { Anywhere, type Peer } from "./peer.ts";
export { placeOf, type Within } from "./place-of.ts";
export { PrivateAccess, type PrivateAccessProps, type VpnPeer } from "./private-access.ts";
export { SovereignStack, type SovereignStackProps } from "./sovereign-stack.ts";
export type { SshKey } from "./ssh-key.ts";
export type { StateProps } from "./state.ts";
export { Volume, type VolumeProps } from "./volume.ts";
