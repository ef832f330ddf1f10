import { ask } from "../asking/ask.ts";
import { placementOf, providerOf, readingOf } from "../hearing/classify.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { ImplicitProviders } from "../hearing/implicit-providers.ts";
import { perSort } from "../hearing/per-sort.ts";
import type { RuleContext } from "../hearing/rule-context.ts";
import { unwatched } from "../hearing/watching.ts";
import type { Policy } from "../policy/policy.ts";
import type { Finding, JudgedResource } from "../report/finding.ts";
import type { Rule, RuleOptions } from "../rule/rule.ts";
import { builtInRules } from "../rules/index.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { outcomeOf } from "./findings.ts";
import { judgedPlace } from "./judged-place.ts";
import { Likeness } from "./likeness.ts";
import { joined, NOTHING, type Part } from "./outcome.ts";

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
    const cx = contextOf(hearing, subject);
    let asked = concerned.get(sort);
    if (asked === undefined) {
      asked = concernedWith(cx, tally.values());
      concerned.set(sort, asked);
    }
    const { ours, theirs } = asked;
    const outcome = theirs.length === 0 ? ours.outcome(cx) : joined([ours.outcome(cx), ...theirs.map((part) => part(cx))]);
    const { verdict, place } = outcome;
    if (subject.leaves === "unmade" && !outcome.findings.some((finding) => finding.verdict === "outside")) return;
    for (const one of outcome.accepted) one.accepted++;
    for (const finding of outcome.findings) findings.push(finding);
    const { address, type, providerSource: provider = null } = subject;
    resources.push({ address, type, provider, place, verdict, origin });
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

/** What is let go exists on, out of sight: where it is, and under whom, whoever lets it go has to answer for. Of a state, one rule asks both. */
const GOES_ALONG = /^(?:residency|jurisdiction)\/|^state\/backend$/;

/** What is called or read for the last time, in order to destroy, runs here all the same; where that is, and whose, is no longer asked. */
const GOES_TOO = /^(?:residency|jurisdiction|state)\//;

function isLeft({ leaves, kind }: Subject, rule: string): boolean {
  if (leaves === undefined) return false;
  return leaves === "destroyed" ? kind === "resource" || GOES_TOO.test(rule) : !GOES_ALONG.test(rule);
}

const asPart =
  (asked: Asked): Part =>
  (cx) => {
    const { hearing, subject } = cx;
    if (isLeft(subject, asked.rule.id)) return NOTHING;
    const rulings = ask(asked.rule, asked.options, subject, cx);
    // What a finding says of the subject is not what the rule asked it.
    const { verdict, findings } = unwatched(hearing, subject, () => outcomeOf(asked.rule, rulings, subject, hearing.infrastructure.origin));
    return verdict === "not-applicable" && findings.length === 0
      ? NOTHING
      : { verdict, place: null, findings, accepted: verdict === "inside" ? [asked] : [] };
  };

/** Where it is counts only for what can be somewhere. */
const place: Part = ({ hearing, subject }) =>
  subject.kind === "resource" || subject.kind === "data" ? { ...NOTHING, place: judgedPlace(hearing, subject) } : NOTHING;

/** What is asked about one sort of subjects. Rules of a company are asked about every single one: nobody knows what they look at. */
interface Concerned {
  readonly ours: Likeness;
  readonly theirs: readonly Part[];
}

const BUILT_IN: ReadonlySet<unknown> = new Set(builtInRules);

function concernedWith(cx: RuleContext, all: Iterable<Asked>): Concerned {
  const asked = [...all].filter(({ rule }) => concerns(rule, cx));
  const ours = asked.filter(({ rule }) => BUILT_IN.has(rule)).map(asPart);
  return { ours: new Likeness([...ours, place]), theirs: asked.filter(({ rule }) => !BUILT_IN.has(rule)).map(asPart) };
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
