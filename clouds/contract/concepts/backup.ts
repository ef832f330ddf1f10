/** Copies on a schedule. */
export interface BackupSpec {
  readonly name: string;
  readonly of: readonly BackupSource[];
  readonly schedule: BackupSchedule;
  /** How many copies of each are kept; the oldest goes when a new one is there. */
  readonly keep: number;
}

/** One thing that is copied. */
export interface BackupSource {
  /** Unique in the plan. */
  readonly name: string;
  readonly kind: "instance" | "volume";
  readonly id: string;
}

/** Universal time. */
export type BackupSchedule =
  | { readonly every: "day"; readonly at: string }
  | { readonly every: "week"; readonly on: Weekday; readonly at: string };

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** What a lowered backup gives back. */
export interface BackupOutputs {
  /** Ids of the schedules, by the source's name. */
  readonly scheduleIds: Readonly<Record<string, string>>;
}
