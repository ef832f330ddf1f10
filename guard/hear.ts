import { ask } from "./ask.ts";
import { placementOf, providerOf, readingOf } from "./classify.ts";
import type { Finding, JudgedResource, Verdict } from "./finding.ts";
import { outcomeOf } from "./findings.ts";
import type { Hearing } from "./hearing.ts";
import { ImplicitProviders } from "./implicit-providers.ts";
import type { Subject } from "./infrastructure.ts";
import { judgedPlace } from "./judged-place.ts";
import { likenessOf } from "./likeness.ts";
import type { Outcome } from "./outcome.ts";
import { perSort } from "./per-sort.ts";
import type { Policy } from "./policy.ts";
import type { Rule, RuleOptions } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";
import { builtInRules } from "./rules/index.ts";
import { unwatched } from "./watching.ts";

/** What became of one infrastructure. */
export interface Heard {
  readonly resources: readonly JudgedResource[];
  readonly findings: readonly Finding[];
  /** Subjects that each rule accepted, by its id. */
  readonly accepted: ReadonlyMap<string, number>;
}

/** Asks every rule about every subject that it concerns. */
export function hear(hearing: Hearing, rules: readonly Rule[], policy: Policy): Heard {
  const findings: Finding[] = [];
  const resources: JudgedResource[] = [];
  const concerned = new Map<unknown, Concerned>();
  const tally = new Map<Rule, Asked>(
    rules.map((rule) => [rule, { rule, options: { ...rule.options, ...policy.parameters[rule.id] }, accepted: 0 }]),
  );
  const implicit = new ImplicitProviders(hearing);
  const { origin, subjects } = hearing.infrastructure;
  const judged = (subject: Subject): void => {
    const sort = hearing.sortOf(subject);
    let asked = concerned.get(sort);
    if (asked === undefined) {
      asked = concernedWith(contextOf(hearing, subject), tally.values());
      concerned.set(sort, asked);
    }
    const { ours, theirs } = asked;
    const outcome = likenessOf(hearing, subject).outcome(hearing, subject, (one) => outcomeUnder(ours, hearing, one));
    let { verdict } = outcome;
    for (const one of outcome.accepted) one.accepted++;
    for (const finding of outcome.findings) findings.push(finding);
    if (theirs.length > 0) {
      const own = outcomeUnder(theirs, hearing, subject);
      verdict = worse(verdict, own.verdict);
      for (const one of own.accepted) one.accepted++;
      for (const finding of own.findings) findings.push(finding);
    }
    const { address, type, providerSource: provider = null } = subject;
    resources.push({ address, type, provider, place: outcome.place, verdict, origin });
  };
  for (const subject of subjects) {
    implicit.note(subject);
    judged(subject);
  }
  for (const subject of implicit.subjects) judged(subject);
  return { resources, findings, accepted: new Map([...tally.values()].map(({ rule, accepted }) => [rule.id, accepted])) };
}

interface Asked {
  readonly rule: Rule;
  readonly options: RuleOptions;
  accepted: number;
}

function outcomeUnder(asked: readonly Asked[], hearing: Hearing, subject: Subject): Outcome {
  const findings: Finding[] = [];
  const accepted: Asked[] = [];
  let verdict: Verdict = "not-applicable";
  if (subject.leaves === undefined && asked.length > 0) {
    const cx = contextOf(hearing, subject);
    for (const one of asked) {
      const rulings = ask(one.rule, one.options, subject, cx);
      // What a finding says of the subject is not what the rule asked it.
      const outcome = unwatched(hearing, subject, () => outcomeOf(one.rule, rulings, subject, hearing.infrastructure.origin));
      verdict = worse(verdict, outcome.verdict);
      if (outcome.verdict === "inside") accepted.push(one);
      if (outcome.findings.length > 0) findings.push(...outcome.findings);
    }
  }
  const isPlaced = subject.kind === "resource" || subject.kind === "data";
  return { verdict, place: isPlaced ? judgedPlace(hearing, subject) : null, findings, accepted };
}

/** Rules that concern one sort of subjects. Those of a company are asked about every single one: nobody knows what they look at. */
interface Concerned {
  readonly ours: readonly Asked[];
  readonly theirs: readonly Asked[];
}

const BUILT_IN: ReadonlySet<unknown> = new Set(builtInRules);

function concernedWith(cx: RuleContext, all: Iterable<Asked>): Concerned {
  const asked = [...all].filter(({ rule }) => concerns(rule, cx));
  return { ours: asked.filter(({ rule }) => BUILT_IN.has(rule)), theirs: asked.filter(({ rule }) => !BUILT_IN.has(rule)) };
}

function contextOf(hearing: Hearing, subject: Subject): RuleContext {
  const { provider, placement, reading } = classified(hearing, subject);
  return { hearing, subject, provider, placement, reading };
}

const classified = perSort((hearing, subject) => ({
  provider: providerOf(hearing, subject),
  placement: placementOf(hearing, subject),
  reading: readingOf(hearing, subject),
}));

function concerns({ on, when }: Rule, cx: RuleContext): boolean {
  const { subject, reading } = cx;
  const isMeant =
    typeof on !== "string" ? on.includes(subject.kind) : on === subject.kind || (subject.kind === "resource" && reading?.concept === on);
  return isMeant && (when === undefined || when(cx));
}

const SEVERITY: Readonly<Record<Verdict, number>> = { outside: 4, undecided: 3, waived: 2, inside: 1, "not-applicable": 0 };

/** Waived never counts as inside; what no rule concerns is not applicable. */
export const worse = (a: Verdict, b: Verdict): Verdict => (SEVERITY[a] >= SEVERITY[b] ? a : b);
