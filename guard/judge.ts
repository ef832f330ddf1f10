import { type IsoDate, today } from "../catalogue/index.ts";
import { ask } from "./ask.ts";
import { chosenRules } from "./chosen-rules.ts";
import { placementOf, providerOf, readingOf } from "./classify.ts";
import type { Finding, JudgedResource, Report, Summary, Verdict } from "./finding.ts";
import { outcomeOf } from "./findings.ts";
import { type Hearing, openHearing } from "./hearing.ts";
import { implicitProviders } from "./implicit-providers.ts";
import type { Infrastructure, Subject } from "./infrastructure.ts";
import { judgedPlace } from "./judged-place.ts";
import type { Knowledge } from "./knowledge.ts";
import { perSort } from "./per-sort.ts";
import type { Policy } from "./policy.ts";
import { assess } from "./profile/assess.ts";
import type { Assessment } from "./profile/assessment.ts";
import { type Profile, rulesOf } from "./profile/profile.ts";
import { alone, underProfiles } from "./profile/under.ts";
import type { Rule, RuleOptions } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";
import { applyWaivers, type Waived } from "./waiving.ts";
import { world } from "./world.ts";

/** What `judge` may be told beside the policy. */
export interface JudgeOptions {
  /**
   * Rule ids, and families (`residency`): those of its rules that the policy demands, or all where it demands none.
   * @default every rule that the policy demands
   */
  readonly rules?: readonly string[];
  /** The day whose facts and waivers count. @default today */
  readonly asOf?: IsoDate;
  /** What is known of the world. @default the catalogue and every cloud's facts */
  readonly knowledge?: Knowledge;
}

/**
 * Judges infrastructures against a policy. The order of resources changes nothing, and the same input gives the same report.
 *
 * @throws InputError when `rules` names none that exists
 */
export function judge(infrastructures: readonly Infrastructure[], policy: Policy, options: JudgeOptions = {}): Report {
  const { asOf = today(), knowledge = world } = options;
  const narrow = underProfiles(policy, asOf, knowledge);
  const { applied: rules, notApplied } = chosenRules(narrow, options.rules);
  const heard = infrastructures.map((infrastructure) => hear(openHearing(infrastructure, narrow, knowledge, asOf), rules, narrow));
  const resources = heard.flatMap((one) => one.resources);
  const { findings, faults } = applyWaivers(
    heard.flatMap((one) => one.findings),
    resources,
    policy,
    rules,
    asOf,
  );
  const judged = [...withVerdicts(resources, findings), ...faults.map((fault) => fault.resource)].sort(byAddress);
  const all = [...findings, ...faults.map((fault) => fault.finding)].sort(byFinding);
  const summary = summarize(judged);
  return {
    verdict: summary.outside + summary.undecided > 0 ? "refused" : "inside",
    summary,
    resources: judged,
    findings: all,
    views: infrastructures
      .map(({ view, origin, unseen }) => ({ view, origin, unseen: [...unseen].sort() }))
      .sort((a, b) => compare(a.origin, b.origin)),
    policy: policy.name,
    asOf,
    rules: rules.map((rule) => rule.id).sort(compare),
    notApplied: notApplied.map((rule) => rule.id).sort(compare),
    accepted: acceptedBy(heard, rules),
    profiles: policy.profiles.map((profile) => assessedAlone(profile, infrastructures, policy, options, rules)),
  };
}

/** A profile speaks for itself: what another, or the policy, demands beyond it does not contradict it. */
function assessedAlone(
  profile: Profile,
  infrastructures: readonly Infrastructure[],
  policy: Policy,
  options: JudgeOptions,
  ran: readonly Rule[],
): Assessment {
  const ids = new Set(ran.map((rule) => rule.id));
  const rules = rulesOf(profile).filter((id) => ids.has(id));
  // No name at all would mean every rule.
  const judged = rules.length === 0 ? [] : infrastructures;
  return assess(profile, judge(judged, alone(profile, policy), { ...options, rules: rules.length === 0 ? [...ids] : rules }), rules);
}

function acceptedBy(heard: readonly Heard[], rules: readonly Rule[]): Readonly<Record<string, number>> {
  const counts = rules.map(({ id }) => [id, heard.reduce((sum, one) => sum + (one.accepted.get(id) ?? 0), 0)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0).sort(([a], [b]) => compare(a, b)));
}

interface Heard {
  readonly resources: readonly JudgedResource[];
  readonly findings: readonly Finding[];
  /** Subjects that each rule accepted, by its id. */
  readonly accepted: ReadonlyMap<string, number>;
}

function hear(hearing: Hearing, rules: readonly Rule[], policy: Policy): Heard {
  const findings: Finding[] = [];
  const resources: JudgedResource[] = [];
  const concerned = new Map<unknown, readonly Asked[]>();
  const tally = new Map<string, Asked>();
  const tallied = (rule: Rule): Asked => {
    const known = tally.get(rule.id) ?? { rule, options: { ...rule.options, ...policy.parameters[rule.id] }, accepted: 0 };
    tally.set(rule.id, known);
    return known;
  };
  const { origin, subjects } = hearing.infrastructure;
  for (const subject of [...subjects, ...implicitProviders(hearing)]) {
    const cx = contextOf(hearing, subject);
    const sort = hearing.sortOf(subject);
    let asked = concerned.get(sort);
    if (asked === undefined) {
      asked = rules.filter((rule) => concerns(rule, cx)).map((rule) => tallied(rule));
      concerned.set(sort, asked);
    }
    let verdict: Verdict = "not-applicable";
    // Plain loops: this is the innermost of a hundred thousand resources.
    for (let i = 0; i < asked.length && subject.leaves === undefined; i++) {
      const one = asked[i] as Asked;
      const { rule, options } = one;
      const outcome = outcomeOf(rule, ask(rule, options, subject, cx), subject, origin);
      if (outcome.verdict === "inside") one.accepted++;
      verdict = worse(verdict, outcome.verdict);
      if (outcome.findings.length > 0) for (const finding of outcome.findings) findings.push(finding);
    }
    const isPlaced = subject.kind === "resource" || subject.kind === "data";
    const place = isPlaced ? judgedPlace(hearing, subject) : null;
    resources.push({ address: subject.address, type: subject.type, provider: subject.providerSource ?? null, place, verdict, origin });
  }
  return { resources, findings, accepted: new Map([...tally].map(([id, { accepted }]) => [id, accepted])) };
}

interface Asked {
  readonly rule: Rule;
  readonly options: RuleOptions;
  accepted: number;
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
const worse = (a: Verdict, b: Verdict): Verdict => (SEVERITY[a] >= SEVERITY[b] ? a : b);

/** A refusal that is waived is no refusal any more; whatever else was found at the address stays. */
function withVerdicts(resources: readonly JudgedResource[], findings: readonly Waived[]): readonly JudgedResource[] {
  if (!findings.some(({ waiver }) => waiver !== undefined)) return resources;
  const touched = new Map<string, Verdict[]>();
  for (const { origin, address, verdict, waiver } of findings) {
    const key = `${origin}\n${address}`;
    if (waiver !== undefined) touched.set(key, touched.get(key) ?? []);
    touched.get(key)?.push(verdict);
  }
  const refusals = new Map<string, Verdict[]>();
  for (const { origin, address, verdict } of findings) {
    const key = `${origin}\n${address}`;
    if (touched.has(key) && verdict !== "inside" && verdict !== "not-applicable")
      refusals.set(key, [...(refusals.get(key) ?? []), verdict]);
  }
  return resources.map((resource) => {
    const verdicts = refusals.get(`${resource.origin}\n${resource.address}`);
    return verdicts === undefined ? resource : { ...resource, verdict: verdicts.reduce(worse) };
  });
}

function summarize(resources: readonly JudgedResource[]): Summary {
  const count: Record<Verdict, number> = { inside: 0, outside: 0, undecided: 0, waived: 0, "not-applicable": 0 };
  for (const { verdict } of resources) count[verdict]++;
  const { inside, outside, undecided, waived, "not-applicable": notApplicable } = count;
  return { inside, outside, undecided, waived, notApplicable };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byAddress(a: JudgedResource, b: JudgedResource): number {
  return compare(a.address, b.address) || compare(a.origin, b.origin) || compare(a.type, b.type) || compare(a.verdict, b.verdict);
}

function byFinding(a: Finding, b: Finding): number {
  return (
    compare(a.address, b.address) ||
    compare(a.rule, b.rule) ||
    compare(a.path, b.path) ||
    compare(a.origin, b.origin) ||
    compare(a.verdict, b.verdict) ||
    compare(a.message, b.message)
  );
}
