import { operatorOn } from "../../clouds/operators.ts";
import type { AssessedControl, Assessment, ControlStatus, Evidence, Part, Score } from "../report/assessment.ts";
import type { Finding, Report } from "../report/finding.ts";
import { certificatesAt } from "./certificates.ts";
import type { Control, Profile } from "./profile.ts";

/** The worst decides: a control is as good as the weakest thing that it rests on. */
const WORST: readonly Part["shown"][] = ["contradicted", "not-shown", "claimed", "proved"];
const MOST_ADDRESSES = 10;

/** @param report of a judgement under the profile alone, so that nobody else's demands speak against it */
export function assess(profile: Profile, report: Report, ran: readonly string[]): Assessment {
  const byRule = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const known = byRule.get(finding.rule);
    if (known === undefined) byRule.set(finding.rule, [finding]);
    else known.push(finding);
  }
  const controls = profile.controls.map((control) => assessed(control, report, byRule, ran));
  const summary: Record<ControlStatus, number> = { proved: 0, claimed: 0, contradicted: 0, "needs-document": 0, "not-shown": 0 };
  for (const { status } of controls) summary[status]++;
  const known = controls.filter(isAssessed).length;
  const { id, title, version, date, status, decidedBy, source, seen } = profile;
  const score = scoreOf(profile, controls);
  return {
    profile: id,
    title,
    version,
    date,
    status,
    decidedBy,
    source,
    seen,
    ...(profile.verified === false && { verified: false as const }),
    controls,
    summary,
    assessed: known,
    of: controls.length,
    ...(score !== undefined && { score }),
    statement: `Assessed ${known} of ${controls.length} by code, for the ${report.resources.length} things that were judged and not for what runs inside them. This says nothing of whether ${title} is met: that is for ${decidedBy}.`,
  };
}

const isAssessed = ({ code }: AssessedControl): boolean => code !== null && code !== "not-shown";

function assessed(
  control: Control,
  report: Report,
  byRule: ReadonlyMap<string, readonly Finding[]>,
  ran: readonly string[],
): AssessedControl {
  const { id, asks, documents = [], rules = {}, certificate, never } = control;
  const all: readonly Part[] = [
    ...Object.keys(rules).map((rule) => byRuleOf(rule, control, report, byRule.get(rule) ?? [], ran)),
    ...(certificate === undefined ? [] : [certificatesAt(certificate, report)]),
  ];
  const concerned = all.filter(({ empty }) => empty === undefined);
  const parts = concerned.length > 0 ? concerned : all;
  const code = WORST.find((shown) => parts.some((part) => part.shown === shown)) ?? null;
  const deciding = parts.filter((part) => part.shown === code);
  const status = code === "contradicted" ? code : documents.length > 0 ? "needs-document" : (code ?? "not-shown");
  return {
    id,
    asks,
    status,
    code,
    because: code === null ? (never ?? "No code shows it.") : together(deciding),
    rules: Object.keys(rules),
    addresses: [...new Set(deciding.flatMap(({ addresses }) => addresses))].slice(0, MOST_ADDRESSES),
    documents,
    evidence: parts.flatMap((part) => part.evidence ?? []),
  };
}

function byRuleOf(rule: string, { claimed = false }: Control, report: Report, findings: readonly Finding[], ran: readonly string[]): Part {
  if (!ran.includes(rule)) return { shown: "not-shown", because: `${rule} did not run.`, addresses: [] };
  const of = (keep: (finding: Finding) => boolean): readonly string[] => [...new Set(findings.filter(keep).map(({ address }) => address))];
  const against = of(({ verdict }) => verdict === "outside");
  const waived = of(({ verdict }) => verdict === "waived");
  if (against.length + waived.length > 0) {
    const excused = waived.length === 0 ? "" : `, ${waived.length} of them waived`;
    const all = [...new Set([...against, ...waived])];
    return { shown: "contradicted", because: `${rule} refuses ${places(all.length)}${excused}.`, addresses: all };
  }
  const open = of(({ verdict }) => verdict === "undecided");
  if (open.length > 0) return { shown: "not-shown", because: `${rule} cannot decide ${places(open.length)}.`, addresses: open };
  const silent = of(({ shows }) => shows === "nothing");
  if (silent.length > 0)
    return { shown: "not-shown", because: `Nothing says anything to ${rule} about ${places(silent.length)}.`, addresses: silent };
  const accepted = report.accepted[rule] ?? 0;
  if (accepted === 0) return { shown: "not-shown", because: nothingFor([rule]), addresses: [], empty: rule };
  const said = of(({ shows }) => shows === "claim");
  if (claimed || said.length > 0)
    return {
      shown: "claimed",
      because: `${rule} accepts ${places(accepted)}, ${claimed ? "by what the catalogue says of the companies" : `${said.length} of them by a claim`}.`,
      addresses: said,
      evidence: claimed ? companies(report) : findings.filter(({ shows }) => shows === "claim").map(claimOf),
    };
  return { shown: "proved", because: `${rule} accepts ${places(accepted)}.`, addresses: [] };
}

/** What several parts say; of those that concern nothing here, in one sentence. */
function together(parts: readonly Part[]): string {
  const empty = parts.flatMap((part) => part.empty ?? []);
  const said = parts.filter((part) => part.empty === undefined).map(({ because }) => because);
  return [...said, ...(empty.length === 0 ? [] : [nothingFor(empty)])].join(" ");
}

const nothingFor = (rules: readonly string[]): string => `Nothing here concerns ${rules.join(", ").replace(/, (?=[^,]*$)/, " or ")}.`;

const places = (count: number): string => `${count} ${count === 1 ? "thing" : "things"}`;

const claimOf = ({ message, claim }: Finding): Evidence => ({
  says: message,
  source: claim?.source ?? "what the finding says",
  seen: claim?.seen ?? "1970-01-01",
});

/** What the catalogue says of each company that runs something here. */
function companies(report: Report): readonly Evidence[] {
  const ids = [...new Set(report.resources.flatMap(({ place }) => (place === null ? [] : [place.operator])))].sort();
  return ids.flatMap((id) => {
    const operator = operatorOn(id, report.asOf);
    if (operator === undefined) return [];
    const { name, seat, control } = operator;
    const origin = ({ source, seen, verified }: typeof seat) => ({ source, seen, ...(verified === false && { verified }) });
    return [
      { says: `${name} has its seat in ${seat.country}.`, ...origin(seat) },
      { says: `${name} is controlled by ${control.by} in ${control.country}.`, ...origin(control) },
    ];
  });
}

function scoreOf(profile: Profile, controls: readonly AssessedControl[]): Score | undefined {
  const weights = new Map(profile.controls.flatMap(({ id, weight }) => (weight === undefined ? [] : [[id, weight]])));
  if (weights.size === 0) return undefined;
  const sum = (some: readonly { readonly id: string }[]): number => some.reduce((total, { id }) => total + (weights.get(id) ?? 0), 0);
  const ceilings = profile.controls
    .filter(({ id }) => controls.some((one) => one.id === id && one.code === "contradicted"))
    .flatMap(({ id, ceiling }) => (ceiling === undefined ? [] : [{ level: ceiling, control: id }]))
    .sort((a, b) => (a.level < b.level ? -1 : 1));
  return { assessed: sum(controls.filter(isAssessed)), of: sum(controls), ceiling: ceilings[0] ?? null };
}
