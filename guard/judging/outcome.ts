import type { RuleContext } from "../hearing/rule-context.ts";
import type { Finding, JudgedPlace, Verdict } from "../report/finding.ts";

/** What came of one subject. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly place: JudgedPlace | null;
  readonly findings: readonly Finding[];
  /** Tallies of the rules that accepted it. */
  readonly accepted: readonly { accepted: number }[];
}

/** One of the things that are asked about a subject: a rule, or where it is. */
export type Part = (cx: RuleContext) => Outcome;

export const NOTHING: Outcome = { verdict: "not-applicable", place: null, findings: [], accepted: [] };

/** What the parts come to. */
export function joined(outcomes: readonly Outcome[]): Outcome {
  let verdict: Verdict = "not-applicable";
  let place: JudgedPlace | null = null;
  const findings: Finding[] = [];
  const accepted: { accepted: number }[] = [];
  for (const one of outcomes) {
    verdict = worse(verdict, one.verdict);
    place ??= one.place;
    for (const finding of one.findings) findings.push(finding);
    for (const tally of one.accepted) accepted.push(tally);
  }
  return { verdict, place, findings, accepted };
}

const SEVERITY: Readonly<Record<Verdict, number>> = { outside: 4, undecided: 3, waived: 2, inside: 1, "not-applicable": 0 };

/** Waived never counts as inside; what no rule concerns is not applicable. */
export const worse = (a: Verdict, b: Verdict): Verdict => (SEVERITY[a] >= SEVERITY[b] ? a : b);
