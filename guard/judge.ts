import { type IsoDate, today } from "../catalogue/index.ts";
import { ask } from "./ask.ts";
import { chosenRules } from "./chosen-rules.ts";
import { placementOf, providerOf, readingOf } from "./classify.ts";
import type { Finding, JudgedResource, Report, Summary, Verdict } from "./finding.ts";
import { findingsOf } from "./findings.ts";
import { type Hearing, openHearing } from "./hearing.ts";
import { implicitProviders } from "./implicit-providers.ts";
import type { Infrastructure, Subject } from "./infrastructure.ts";
import { judgedPlace } from "./judged-place.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Policy } from "./policy.ts";
import type { Rule } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";
import { applyWaivers, type Waived } from "./waiving.ts";
import { world } from "./world.ts";

export interface JudgeOptions {
  /** Families (`residency`) and rule ids. @default every rule */
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
  const rules = chosenRules(policy, options.rules);
  const heard = infrastructures.map((infrastructure) => hear(openHearing(infrastructure, policy, knowledge, asOf), rules, policy));
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
  };
}

interface Heard {
  readonly resources: readonly JudgedResource[];
  readonly findings: readonly Finding[];
}

function hear(hearing: Hearing, rules: readonly Rule[], policy: Policy): Heard {
  const subjects = [...hearing.infrastructure.subjects, ...implicitProviders(hearing)];
  const findings: Finding[] = [];
  const resources = subjects.map((subject): JudgedResource => {
    const cx = contextOf(hearing, subject);
    const asked = subject.leaves === undefined ? rules.filter((rule) => concerns(rule, cx)) : [];
    const found = asked.flatMap((rule) =>
      findingsOf(rule, ask(rule, { ...rule.options, ...policy.parameters[rule.id] }, subject, cx), subject, hearing.infrastructure.origin),
    );
    findings.push(...found.filter((one) => one.message !== ""));
    return {
      address: subject.address,
      type: subject.type,
      provider: subject.providerSource ?? null,
      place: subject.kind === "resource" || subject.kind === "data" ? judgedPlace(hearing, subject) : null,
      verdict: worst(found.map((one) => one.verdict)),
      origin: hearing.infrastructure.origin,
    };
  });
  return { resources, findings };
}

function contextOf(hearing: Hearing, subject: Subject): RuleContext {
  const placement = placementOf(hearing, subject);
  const reading = readingOf(hearing, subject);
  return { hearing, subject, provider: providerOf(hearing, subject), ...(placement && { placement }), ...(reading && { reading }) };
}

function concerns({ on }: Rule, { subject, reading }: RuleContext): boolean {
  if (typeof on !== "string") return on.includes(subject.kind);
  return on === subject.kind || (subject.kind === "resource" && reading?.concept === on);
}

const SEVERITY: readonly Verdict[] = ["outside", "undecided", "waived", "inside", "not-applicable"];

/** Waived never counts as inside; what no rule concerns is not applicable. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return SEVERITY.find((verdict) => verdicts.includes(verdict)) ?? "not-applicable";
}

/** A refusal that is waived is no refusal any more; whatever else was found at the address stays. */
function withVerdicts(resources: readonly JudgedResource[], findings: readonly Waived[]): readonly JudgedResource[] {
  const touched = new Map<string, Verdict[]>();
  for (const { origin, address, verdict, waiver } of findings) {
    const key = `${origin}\n${address}`;
    if (waiver !== undefined) touched.set(key, touched.get(key) ?? []);
    touched.get(key)?.push(verdict);
  }
  if (touched.size === 0) return resources;
  const refusals = new Map<string, Verdict[]>();
  for (const { origin, address, verdict } of findings) {
    const key = `${origin}\n${address}`;
    if (touched.has(key) && verdict !== "inside" && verdict !== "not-applicable")
      refusals.set(key, [...(refusals.get(key) ?? []), verdict]);
  }
  return resources.map((resource) => {
    const verdicts = refusals.get(`${resource.origin}\n${resource.address}`);
    return verdicts === undefined ? resource : { ...resource, verdict: worst(verdicts) };
  });
}

function summarize(resources: readonly JudgedResource[]): Summary {
  const count = (verdict: Verdict): number => resources.filter((resource) => resource.verdict === verdict).length;
  return {
    inside: count("inside"),
    outside: count("outside"),
    undecided: count("undecided"),
    waived: count("waived"),
    notApplicable: count("not-applicable"),
  };
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
