import type { Finding, Verdict } from "../report/finding.ts";
import { type Note, nothingToJudge, pass, type Refusal, type Rule, type Ruling } from "../rule/rule.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Chain } from "../values/value.ts";

const LONGEST_VALUE = 80;

/** What a rule's rulings on one subject amount to. */
export interface Outcome {
  readonly verdict: Verdict;
  /** Those that have something to say, equal ones once. */
  readonly findings: readonly Finding[];
}

const PASSED: Outcome = { verdict: "inside", findings: [] };
const SILENT: Outcome = { verdict: "not-applicable", findings: [] };

/** Worst first: a subject is as bad as the worst that is said of it. */
const ORDER: readonly Verdict[] = ["outside", "undecided", "inside", "not-applicable"];

export function outcomeOf(rule: Rule, rulings: readonly Ruling[], subject: Subject, origin: string): Outcome {
  // Nearly all rulings say nothing: they must cost nothing.
  if (rulings.length === 1) {
    if (rulings[0] === pass) return PASSED;
    if (rulings[0] === nothingToJudge) return SILENT;
  }
  const flat = rulings.flat() as readonly (Refusal | Note | typeof pass)[];
  const said = flat.filter((one): one is Refusal | Note => one !== pass);
  const spoken = said.filter(({ because }) => because !== "");
  if (spoken.length === 0) return said.length === flat.length ? SILENT : PASSED;
  const findings = spoken.map((one) => finding(rule, one, subject, origin));
  const verdicts = flat.map((one): Verdict => (one === pass ? "inside" : (one.verdict ?? "outside")));
  return { verdict: ORDER.find((verdict) => verdicts.includes(verdict)) ?? "not-applicable", findings: distinct(findings) };
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  return [...new Map(findings.map((one) => [`${one.verdict}\n${one.path}\n${one.value}\n${one.message}`, one])).values()];
}

function finding(rule: Rule, one: Refusal | Note, subject: Subject, origin: string): Finding {
  const chain = safely(one.chain ?? []);
  const hidden = chain.some((link) => link.sensitive);
  const fix = "fix" in one ? one : undefined;
  return {
    rule: rule.id,
    address: subject.address,
    path: one.path ?? "",
    verdict: one.verdict ?? "outside",
    value: one.value === undefined ? null : hidden ? "(sensitive)" : shortened(one.value),
    chain,
    message: withoutCredentials(saidOnce(one.because)),
    want: fix?.want ?? "",
    remedy: fix?.fix ?? "",
    source: subject.source ?? null,
    constructPath: subject.constructPath ?? null,
    origin,
    ...shownBy(one),
    ...(fix?.edit !== undefined && { edit: fix.edit }),
  };
}

function shownBy(one: Refusal | Note): Pick<Finding, "shows" | "claim"> {
  if (!("shows" in one)) return {};
  return { ...(one.shows !== undefined && { shows: one.shows }), ...(one.claim !== undefined && { claim: one.claim }) };
}

/** A template within a template says nothing more to a reader. */
const saidOnce = (text: string): string => text.replace(/(a template of a value that is not known: )\1+/g, "$1");

const shortened = (text: string): string => {
  const safe = withoutCredentials(text);
  return safe.length > LONGEST_VALUE ? `${safe.slice(0, LONGEST_VALUE - 1)}…` : safe;
};

/** A URL may carry a name and a password. */
const withoutCredentials = (text: string): string => text.replace(/\/\/[^/@\s]*@/g, "//…@");

const safely = (chain: Chain): Chain =>
  chain.map((link) => (link.text === undefined ? link : { ...link, text: withoutCredentials(link.text) }));
