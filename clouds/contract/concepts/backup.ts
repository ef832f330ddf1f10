/** Copies of volumes and machines on a schedule. */
export interface BackupSpec {
  readonly name: string;
}

export interface BackupOutputs {
  readonly id: string;
}
