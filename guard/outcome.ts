import type { Finding, JudgedPlace, Verdict } from "./finding.ts";

/** What came of one subject. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly place: JudgedPlace | null;
  readonly findings: readonly Finding[];
  /** Tallies of the rules that accepted it. */
  readonly accepted: readonly { accepted: number }[];
}
