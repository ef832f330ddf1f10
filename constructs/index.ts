/** `terroir`: apps, stacks, places and neutral constructs, sovereign by default. */

export { placeFrom } from "../clouds/contract/place-from.ts";
export { Access } from "./access.ts";
export { AddressPlan } from "./address-plan.ts";
export type { Source } from "./address-ranges.ts";
export { approvedPlace } from "./approved.ts";
export { AuditLog, type AuditLogProps } from "./audit-log.ts";
export { Backup, type BackupProps, type Copied } from "./backup.ts";
export { Bucket, type BucketProps } from "./bucket.ts";
export type { LifecycleProps } from "./bucket-lifecycle.ts";
export type { Flavour, Named } from "./catalogue-ref.ts";
export { Cluster, type ClusterProps, type NodePool } from "./cluster.ts";
export { DataCentre, type DataCentreProps } from "./data-centre.ts";
export { Database, type DatabaseProps } from "./database.ts";
export { EncryptedState, type StateProps } from "./encrypted-state.ts";
export { FileShare, type FileShareProps } from "./file-share.ts";
export { Firewall, type FirewallProps, type FirewallRule, type InboundRule, type OutboundRule } from "./firewall.ts";
export { Identity, type IdentityProps } from "./identity.ts";
export { Instance, type InstanceProps } from "./instance.ts";
export { type Key, KeyRing, type KeyRingProps } from "./key-ring.ts";
export { type ListenerProps, LoadBalancer, type LoadBalancerProps } from "./load-balancer.ts";
export { lower, resourcesOf } from "./lower.ts";
export { type NamingRules, nameOf } from "./naming.ts";
export { Network, type NetworkProps, type Subnet } from "./network.ts";
export type { OwnKey } from "./own-key.ts";
export { Anywhere, type Peer } from "./peer.ts";
export { placeOf, type Within } from "./place-of.ts";
export { PrivateAccess, type PrivateAccessProps, type VpnPeer } from "./private-access.ts";
export { Refusal } from "./refusal.ts";
export { Registry, type RegistryProps } from "./registry.ts";
export { type SecretSource, SecretStore, type SecretStoreProps } from "./secret-store.ts";
export { type Carried, SiteToSiteVpn, type SiteToSiteVpnProps, type VpnEnd } from "./site-to-site-vpn.ts";
export { SovereignApp, type SovereignAppProps } from "./sovereign-app.ts";
export { SovereignStack, type SovereignStackProps } from "./sovereign-stack.ts";
export type { SshKey } from "./ssh-key.ts";
export type { FileKey, OpenBaoKey, OvhKmsKey, PassphraseKey, StateKey } from "./state/keys.ts";
export type {
  AnyS3Store,
  BucketStore,
  GitLabStore,
  HttpStore,
  KubernetesStore,
  PostgresStore,
  StateStore,
} from "./state/stores.ts";
export { Volume, type VolumeProps } from "./volume.ts";
