/** The variable by which `terroir exit` tells a project's program where to stand. */
export const EXIT_ORDER = "TERROIR_EXIT_ORDER";

export interface ExitOrder {
  /** File for what was built. */
  readonly record?: string;
  /** The destination, `outscale:eu-west-2`; absent: everything stays where the program puts it. */
  readonly to?: string;
  /** The cloud that is left, `ovh`. @default that of the first place that the program names */
  readonly from?: string;
  /** Place of the program → place of the destination. */
  readonly map?: Readonly<Record<string, string>>;
  /** A plan that the program's own guard judges, and nothing is recorded. */
  readonly judge?: PlanToJudge;
  /** Countries in which further regions of the destination may be taken, besides that of the first. */
  readonly countries?: readonly string[];
}

/** One plan of a rehearsal, and where the report on it goes. */
export interface PlanToJudge {
  /** File with the plan as the engine shows it. */
  readonly plan: string;
  readonly stack: string;
  /** Folder of the stack, which says which construct made what. */
  readonly folder: string;
  /** File for the report. */
  readonly report: string;
}
