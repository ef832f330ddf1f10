/** Every concept that a cloud may lower: what the construct promises (spec) and what it gets back (outputs). Companies extend it by declaration merging. */
import type { AuditLogOutputs, AuditLogSpec } from "./audit-log.ts";
import type { BackupOutputs, BackupSpec } from "./backup.ts";
import type { BucketOutputs, BucketSpec } from "./bucket.ts";
import type { ClusterOutputs, ClusterSpec } from "./cluster.ts";
import type { DatabaseOutputs, DatabaseSpec } from "./database.ts";
import type { FileShareOutputs, FileShareSpec } from "./file-share.ts";
import type { FirewallOutputs, FirewallSpec } from "./firewall.ts";
import type { AccessOutputs, AccessSpec, IdentityOutputs, IdentitySpec } from "./identity.ts";
import type { InstanceOutputs, InstanceSpec } from "./instance.ts";
import type { KeyRingOutputs, KeyRingSpec } from "./key-ring.ts";
import type { LoadBalancerOutputs, LoadBalancerSpec } from "./load-balancer.ts";
import type { NetworkOutputs, NetworkSpec } from "./network.ts";
import type { PrivateAccessOutputs, PrivateAccessSpec } from "./private-access.ts";
import type { RegistryOutputs, RegistrySpec } from "./registry.ts";
import type { SecretStoreOutputs, SecretStoreSpec } from "./secret-store.ts";
import type { VolumeOutputs, VolumeSpec } from "./volume.ts";

/**
 * What can be built, by name: the spec that a construct promises, and the outputs that a cloud's lowering gives back. Companies add their own by
 * declaration merging.
 */
export interface Concepts {
  access: { readonly spec: AccessSpec; readonly outputs: AccessOutputs };
  auditLog: { readonly spec: AuditLogSpec; readonly outputs: AuditLogOutputs };
  backup: { readonly spec: BackupSpec; readonly outputs: BackupOutputs };
  bucket: { readonly spec: BucketSpec; readonly outputs: BucketOutputs };
  cluster: { readonly spec: ClusterSpec; readonly outputs: ClusterOutputs };
  database: { readonly spec: DatabaseSpec; readonly outputs: DatabaseOutputs };
  fileShare: { readonly spec: FileShareSpec; readonly outputs: FileShareOutputs };
  firewall: { readonly spec: FirewallSpec; readonly outputs: FirewallOutputs };
  identity: { readonly spec: IdentitySpec; readonly outputs: IdentityOutputs };
  instance: { readonly spec: InstanceSpec; readonly outputs: InstanceOutputs };
  keyRing: { readonly spec: KeyRingSpec; readonly outputs: KeyRingOutputs };
  loadBalancer: { readonly spec: LoadBalancerSpec; readonly outputs: LoadBalancerOutputs };
  network: { readonly spec: NetworkSpec; readonly outputs: NetworkOutputs };
  privateAccess: { readonly spec: PrivateAccessSpec; readonly outputs: PrivateAccessOutputs };
  registry: { readonly spec: RegistrySpec; readonly outputs: RegistryOutputs };
  secretStore: { readonly spec: SecretStoreSpec; readonly outputs: SecretStoreOutputs };
  volume: { readonly spec: VolumeSpec; readonly outputs: VolumeOutputs };
}

export type * from "./address-range.ts";
export type * from "./audit-log.ts";
export type * from "./backup.ts";
export type * from "./bucket.ts";
export type * from "./cluster.ts";
export type * from "./database.ts";
export type * from "./file-share.ts";
export type * from "./firewall.ts";
export type * from "./identity.ts";
export type * from "./instance.ts";
export type * from "./key-ring.ts";
export type * from "./load-balancer.ts";
export type * from "./network.ts";
export type * from "./private-access.ts";
export type * from "./registry.ts";
export type * from "./secret-store.ts";
export type * from "./volume.ts";
