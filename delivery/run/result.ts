import type { Report } from "../../guard/index.ts";
import type { Record as DeliveryRecord } from "../records/index.ts";
import type { Failure } from "../step/failure.ts";

/**
 * What became of one stack. `changes`: planned, not applied. `blocked`: it reads, or comes after, what is not applied yet. `not-begun`: the run ended
 * before it.
 */
export type StackOutcome =
  | "unchanged"
  | "changes"
  | "applied"
  | "destroyed"
  | "imported"
  | "drifted"
  | "refused"
  | "failed"
  | "interrupted"
  | "blocked"
  | "not-begun";

export type Counts = DeliveryRecord["changes"];

export interface StackResult {
  readonly stack: string;
  readonly outcome: StackOutcome;
  readonly counts?: Counts;
  /** Only with `blocked`. */
  readonly blockedBy?: readonly string[];
  /** One sentence that explains the outcome, where it does not speak for itself. */
  readonly because?: string;
  /** What the guard said of the plan. */
  readonly report?: Report;
  readonly failure?: Failure;
  /** Addresses of what was begun, and of which nobody knows how it ended. */
  readonly open?: readonly string[];
  /** What changed behind the engine's back. */
  readonly drift?: readonly Drifted[];
  /** File of the record. */
  readonly record?: string;
  readonly durationMs: number;
}

/** One resource that is not as the engine left it. */
export interface Drifted {
  readonly address: string;
  readonly type: string;
  readonly change: "changed" | "deleted";
  /** Names of the attributes that differ. */
  readonly attributes: readonly string[];
}

export interface RunResult {
  readonly run: string;
  readonly command: string;
  readonly rehearsed: boolean;
  readonly engine: { readonly kind: string; readonly version: string };
  readonly stacks: readonly StackResult[];
  /** What was made up, because nobody gave it; rehearsals only. */
  readonly assumed: readonly string[];
  readonly durationMs: number;
}

/** 1: the guard refused, or something that was asked for could not be begun; 3: the engine failed. */
export function exitOf({ stacks, command }: Pick<RunResult, "stacks" | "command">): 0 | 1 | 3 {
  const has = (...outcomes: readonly StackOutcome[]): boolean => stacks.some(({ outcome }) => outcomes.includes(outcome));
  if (has("refused")) return 1;
  if (has("failed", "interrupted") || stacks.some(({ failure }) => failure !== undefined)) return 3;
  if (has("not-begun")) return 3;
  // A plan of stacks that wait for each other is what a first plan is.
  return has("blocked") && command !== "plan" ? 1 : 0;
}
