import type { IsoDate } from "../catalogue/index.ts";
import type { DataMove } from "./data-move.ts";
import type { RecordedConstruct } from "./record.ts";
import type { WhereStateIs } from "./states.ts";
import type { StayingResource } from "./staying.ts";

/** What becomes of one construct when the environment leaves. */
export interface ExitStep {
  readonly path: string;
  readonly construct: string;
  readonly concept: string;
  /** What a database runs, `mysql`. */
  readonly engine?: string;
  /**
   * `same`: built there, nothing to say. `changed`: built there, with what `changes` says. `missing`: nothing there stands for it, or its cloud refuses
   * it. `unbuilt`: the program ended before it came to it. `new`: made there only.
   */
  readonly status: "same" | "changed" | "missing" | "unbuilt" | "new";
  readonly from: string | null;
  readonly to: string | null;
  /** Who answers for its stack, where the program says so. */
  readonly owner?: string;
  /** How long what is in it can be deleted by nobody, at the origin either. */
  readonly lock?: RecordedConstruct["lock"];
  readonly changes: readonly string[];
  readonly because?: string;
}

/** Data that must be moved, and how. */
export interface MovingData {
  readonly path: string;
  readonly concept: string;
  readonly means: string;
  readonly steps: DataMove["steps"];
  readonly source: string;
  /** Bytes, where somebody said how much it is, or where it cannot be more. */
  readonly bytes: number | null;
  /** Nobody said how much it is: this is what there is room for. */
  readonly atMost?: true;
  /** Hours at the assumed rate. */
  readonly hours: number | null;
}

/** A value that no description holds: a secret, an account. */
export interface AskedVariable {
  readonly name: string;
  /** What it is, in the program's words. */
  readonly what: string;
  /** Whether the origin asks for it too. */
  readonly today: boolean;
}

/** One stack of the environment. */
export interface ScopedStack {
  readonly stack: string;
  /** Who answers for it; null where the program does not say. */
  readonly owner: string | null;
  /** Where its constructs stand today → then. */
  readonly places: Readonly<Record<string, string>>;
  readonly constructs: number;
  /** Resources, look-ups and modules that the program writes by itself. */
  readonly byItself: number;
  /** Stacks whose outputs it reads: they come before it. */
  readonly after: readonly string[];
}

/** One step of the way, in its order. */
export interface ExitPhase {
  readonly title: string;
  readonly tasks: readonly string[];
}

/** What it takes to leave. */
export interface ExitPlan {
  readonly on: IsoDate;
  readonly places: Readonly<Record<string, string>>;
  /** Its stacks, in the order in which they are deployed. */
  readonly scope: readonly ScopedStack[];
  readonly steps: readonly ExitStep[];
  readonly staying: readonly StayingResource[];
  /** Where the states of the stacks are kept today and then. */
  readonly states: readonly WhereStateIs[];
  /** Variables that somebody has to give at the destination. */
  readonly variables: readonly AskedVariable[];
  readonly data: readonly MovingData[];
  /** All data whose size was given, together. */
  readonly volume: { readonly bytes: number; readonly hours: number; readonly given: number; readonly of: number };
  /** Paths for which a size was given and that keep no data that moves. */
  readonly unmatched: readonly string[];
  readonly phases: readonly ExitPhase[];
  readonly summary: Readonly<Record<ExitStep["status"] | "staying", number>>;
}
