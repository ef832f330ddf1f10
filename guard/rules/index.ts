/** The built-in rules. Each file is one rule: promise, reason, check and examples; its path is its id. */
import type { Rule } from "../rule/rule.ts";
import auditLogRetention from "./audit/log-retention.ts";
import auditTrail from "./audit/trail.ts";
import encryptionAtRest from "./encryption/at-rest.ts";
import encryptionInTransit from "./encryption/in-transit.ts";
import encryptionKeyCustody from "./encryption/key-custody.ts";
import encryptionKeyPlace from "./encryption/key-place.ts";
import encryptionKeyRecovery from "./encryption/key-recovery.ts";
import encryptionKeyRotation from "./encryption/key-rotation.ts";
import encryptionLinks from "./encryption/links.ts";
import encryptionTlsVersion from "./encryption/tls-version.ts";
import executionBeforePlan from "./execution/before-plan.ts";
import executionOpaque from "./execution/opaque.ts";
import executionProvisioner from "./execution/provisioner.ts";
import identityAdminRanges from "./identity/admin-ranges.ts";
import identityCredentialExpiry from "./identity/credential-expiry.ts";
import identityMfa from "./identity/mfa.ts";
import identityWildcardGrants from "./identity/wildcard-grants.ts";
import isolationAdminPorts from "./isolation/admin-ports.ts";
import isolationEgress from "./isolation/egress.ts";
import isolationIngress from "./isolation/ingress.ts";
import isolationPeering from "./isolation/peering.ts";
import isolationPrivateControlPlane from "./isolation/private-control-plane.ts";
import isolationPrivateNodes from "./isolation/private-nodes.ts";
import isolationPublicAddress from "./isolation/public-address.ts";
import isolationPublicData from "./isolation/public-data.ts";
import jurisdictionCertificate from "./jurisdiction/certificate.ts";
import jurisdictionEndpoint from "./jurisdiction/endpoint.ts";
import jurisdictionOperator from "./jurisdiction/operator.ts";
import jurisdictionState from "./jurisdiction/state.ts";
import jurisdictionTechnology from "./jurisdiction/technology.ts";
import portabilityEquivalent from "./portability/equivalent.ts";
import portabilityOpenEngine from "./portability/open-engine.ts";
import residencyBackup from "./residency/backup.ts";
import residencyCdn from "./residency/cdn.ts";
import residencyCopy from "./residency/copy.ts";
import residencyDns from "./residency/dns.ts";
import residencyImageSource from "./residency/image-source.ts";
import residencyLogSink from "./residency/log-sink.ts";
import residencyRegion from "./residency/region.ts";
import residencyReplica from "./residency/replica.ts";
import residencyState from "./residency/state.ts";
import resilienceBackup from "./resilience/backup.ts";
import resilienceBackupRetention from "./resilience/backup-retention.ts";
import resilienceDeletionProtection from "./resilience/deletion-protection.ts";
import resilienceDistance from "./resilience/distance.ts";
import resilienceForceDestroy from "./resilience/force-destroy.ts";
import resilienceObjectLock from "./resilience/object-lock.ts";
import resilienceRedundancy from "./resilience/redundancy.ts";
import resilienceVersioning from "./resilience/versioning.ts";
import resilienceZones from "./resilience/zones.ts";
import stateBackend from "./state/backend.ts";
import stateEncryption from "./state/encryption.ts";
import stateLocking from "./state/locking.ts";
import supplyChainImagePinned from "./supply-chain/image-pinned.ts";
import supplyChainImageRegistry from "./supply-chain/image-registry.ts";
import supplyChainLockFile from "./supply-chain/lock-file.ts";
import supplyChainModulePlace from "./supply-chain/module-place.ts";
import supplyChainModuleSource from "./supply-chain/module-source.ts";
import supplyChainProviderSource from "./supply-chain/provider-source.ts";
import supplyChainProviderVersion from "./supply-chain/provider-version.ts";

const RULES = [
  auditLogRetention,
  auditTrail,
  encryptionAtRest,
  encryptionInTransit,
  encryptionKeyCustody,
  encryptionKeyPlace,
  encryptionKeyRecovery,
  encryptionKeyRotation,
  encryptionLinks,
  encryptionTlsVersion,
  executionBeforePlan,
  executionOpaque,
  executionProvisioner,
  identityAdminRanges,
  identityCredentialExpiry,
  identityMfa,
  identityWildcardGrants,
  isolationAdminPorts,
  isolationEgress,
  isolationIngress,
  isolationPeering,
  isolationPrivateControlPlane,
  isolationPrivateNodes,
  isolationPublicAddress,
  isolationPublicData,
  jurisdictionCertificate,
  jurisdictionEndpoint,
  jurisdictionOperator,
  jurisdictionState,
  jurisdictionTechnology,
  portabilityEquivalent,
  portabilityOpenEngine,
  residencyBackup,
  residencyCdn,
  residencyCopy,
  residencyDns,
  residencyImageSource,
  residencyLogSink,
  residencyRegion,
  residencyReplica,
  residencyState,
  resilienceBackup,
  resilienceBackupRetention,
  resilienceDeletionProtection,
  resilienceDistance,
  resilienceForceDestroy,
  resilienceObjectLock,
  resilienceRedundancy,
  resilienceVersioning,
  resilienceZones,
  stateBackend,
  stateEncryption,
  stateLocking,
  supplyChainImagePinned,
  supplyChainImageRegistry,
  supplyChainLockFile,
  supplyChainModulePlace,
  supplyChainModuleSource,
  supplyChainProviderSource,
  supplyChainProviderVersion,
] as const;

/** Every rule that comes with the guard, as `terroir explain` lists them. */
export const builtInRules: readonly Rule[] = RULES;

/** The built-in rules by id, for the types of their parameters. */
export type BuiltInRules = { readonly [R in (typeof RULES)[number] as R["id"]]: R };
