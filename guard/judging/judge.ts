import { type IsoDate, today } from "../../catalogue/index.ts";
import { defaultKnowledge } from "../hearing/default-knowledge.ts";
import { openHearing } from "../hearing/hearing.ts";
import type { Knowledge } from "../hearing/knowledge.ts";
import { chosenRules } from "../policy/chosen-rules.ts";
import type { Policy } from "../policy/policy.ts";
import { alone, underProfiles } from "../policy/under.ts";
import { assess } from "../profile/assess.ts";
import { type Profile, rulesOf } from "../profile/profile.ts";
import type { Assessment } from "../report/assessment.ts";
import type { Finding, JudgedResource, Report, Summary, Verdict } from "../report/finding.ts";
import type { Rule } from "../rule/rule.ts";
import type { Infrastructure } from "../subject/infrastructure.ts";
import { ValueTooLarge } from "../views/shown/bytes.ts";
import { type Heard, hear } from "./hear.ts";
import { worse } from "./outcome.ts";
import { applyWaivers, type Waived } from "./waiving.ts";

/** What `judge` may be told beside the policy. */
export interface JudgeOptions {
  /**
   * Rule ids, and families (`residency`): those of its rules that the policy demands, or all where it demands none.
   * @default every rule that the policy demands
   */
  readonly rules?: readonly string[];
  /** The day whose facts and waivers count. @default today */
  readonly asOf?: IsoDate;
  /**
   * What is judged is a part of what the policy is for, one plan of many: a waiver that waives nothing here may waive something elsewhere, and is
   * no fault.
   * @default false
   */
  readonly partial?: boolean;
  /** Whether waivers count that stand in a program and in no policy file. @default "accept" */
  readonly inlineWaivers?: "accept" | "refuse";
  /** What is known of the world. @default the catalogue and every cloud's facts */
  readonly knowledge?: Knowledge;
}

/**
 * Judges infrastructures against a policy. The order of resources changes nothing, and the same input gives the same report.
 *
 * @throws InputError when `rules` names none that exists
 */
export function judge(infrastructures: readonly Infrastructure[], policy: Policy, options: JudgeOptions = {}): Report {
  const { asOf = today(), knowledge = defaultKnowledge } = options;
  const narrow = underProfiles(policy, asOf, knowledge);
  const { applied: rules, notApplied } = chosenRules(narrow, options.rules);
  const heard = infrastructures.map((infrastructure) =>
    inDocument(infrastructure.origin, () => hear(openHearing(infrastructure, narrow, knowledge, asOf), rules, narrow)),
  );
  const resources = heard.flatMap((one) => one.resources);
  const { findings, faults } = applyWaivers(
    heard.flatMap((one) => one.findings),
    resources,
    policy,
    rules,
    asOf,
    options,
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

/** What is read when it is asked for may be found too large while it is judged. */
function inDocument<T>(origin: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof ValueTooLarge ? error.in(origin) : error;
  }
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

/** Whether they are equal is known sooner than which comes first. */
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

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
