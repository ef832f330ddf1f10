import type { Report } from "../guard/index.ts";

/** What became of the environment at one of the two operators. */
export interface Outcome {
  readonly place: string;
  /** The guard's; absent where the program did not come that far. */
  readonly report?: Report;
  /** Whether it was applied, planned again without a change, and destroyed; absent: not rehearsed. */
  readonly rehearsed?: boolean;
  readonly engine?: string;
  /** The program names no place of ours, so that nothing of it could be built there. */
  readonly unmoved?: true;
  /** Why the program did not come to its end. */
  readonly stopped?: string;
  /** Rules of the company's own: they judged what was synthesized, and no plan. */
  readonly ownRules?: readonly string[];
}
