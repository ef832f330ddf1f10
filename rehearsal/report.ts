import type { EngineKind } from "../engines/index.ts";

/** The steps of a stack's life, in their order. */
export const PHASES = ["init", "validate", "plan", "apply", "plan-again", "import", "drift", "destroy"] as const;
export type Phase = (typeof PHASES)[number];

/** What a rehearsal plays unless it is told otherwise. */
export const DEFAULT_PHASES: readonly Phase[] = ["init", "validate", "plan", "apply", "plan-again", "destroy"];

export interface Counts {
  readonly add: number;
  readonly change: number;
  readonly destroy: number;
  readonly import: number;
}

export interface PhaseReport {
  readonly phase: Phase;
  readonly ok: boolean;
  readonly durationMs: number;
  /** What the plan of this phase wants to do, or what the phase did. */
  readonly counts?: Counts;
  /** Why it failed, in words for a person; the engine's own among them. */
  readonly failure?: string;
  /** It failed because the guard in the program refuses what the program makes. */
  readonly refused?: true;
  /** What was seen and done: which resource drifted, which was imported. */
  readonly notes?: readonly string[];
}

export interface StackReport {
  readonly name: string;
  readonly folder: string;
  readonly ok: boolean;
  readonly phases: readonly PhaseReport[];
  /** Resources that existed after the apply, by type. */
  readonly resources: Readonly<Record<string, number>>;
}

/** What became of a rehearsal. */
export interface RehearsalReport {
  /** Always: no cloud was asked anything. */
  readonly simulated: true;
  readonly notice: string;
  readonly ok: boolean;
  readonly engine: { readonly kind: EngineKind | "pulumi"; readonly path: string; readonly version: string };
  readonly durationMs: number;
  readonly stacks: readonly StackReport[];
  /** Values that nobody gave and the rehearsal made up: variables, outputs of other stacks, imported objects. */
  readonly assumed: readonly string[];
  /** Faults that were asked for and struck. */
  readonly faults: readonly string[];
  /** What is left in the world; with no file it ends here. */
  readonly world: {
    readonly file: string | null;
    readonly resources: number;
    /** What exists and no state knows: made by a run that was killed before the engine could write it down. By type and key in the world's file. */
    readonly orphans: readonly string[];
  };
}

/** Said when it begins; NOTICE stands in every report. */
export const BEGINNING = "A rehearsal: providers are simulated, nothing real is touched.";

export const NOTICE =
  "A rehearsal: every provider was simulated and nothing real was touched. It proves wiring, types, order, state and what the guard says, not that a cloud accepts the configuration.";
