/** A block device, encrypted at rest. */
export interface VolumeSpec {
  readonly name: string;
  /** Gigabytes. */
  readonly size: number;
  readonly performance: VolumePerformance;
  /** Availability zone; the machine that mounts it stands in the same. */
  readonly zone?: string;
  /** `operator`: the operator's key. `own-key`: a key of your own; a cloud or region that takes none refuses it. */
  readonly encryption: { readonly by: "operator" } | { readonly by: "own-key"; readonly keyRingId: string; readonly keyId: string };
}

/** Three tiers that every operator can match to its own. */
export type VolumePerformance = "standard" | "high" | "highest";

/** What a lowered volume gives back. */
export interface VolumeOutputs {
  readonly volumeId: string;
}
