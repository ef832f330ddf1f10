/** A block device. */
export interface VolumeSpec {
  readonly name: string;
}

export interface VolumeOutputs {
  readonly id: string;
}
