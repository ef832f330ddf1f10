import { builtInRules, type Finding, type Report } from "../guard/index.ts";

/** What a reader has to act on. */
export const refusals = (report: Report): readonly Finding[] =>
  report.findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided");

/** What is accepted, and why a reader should know. */
export const notes = (report: Report): readonly Finding[] =>
  report.findings.filter(({ verdict }) => verdict === "inside" || verdict === "not-applicable");

export const waived = (report: Report): readonly Finding[] => report.findings.filter(({ verdict }) => verdict === "waived");

/** Why a rule exists; a company's own rule is not known here, so its finding stands for itself. */
export const whyOf = (rule: string): string | undefined => builtInRules.find((one) => one.id === rule)?.why;

/** One sentence that can be read alone. */
export const headline = ({ address, message }: Finding): string => `${address}: ${message}`;

/** `main.ts:14`, or undefined when the view does not know the line. */
export const lineOf = ({ source }: Finding): string | undefined => (source === null ? undefined : `${source.file}:${source.line}`);

/** The last line of every report. */
export function closing({ verdict, summary, policy, asOf }: Report): string {
  const { outside, undecided, waived: excepted, inside, notApplicable } = summary;
  return `${verdict}: ${outside} outside · ${undecided} undecided · ${excepted} waived · ${inside} inside · ${notApplicable} not applicable   policy ${policy}, as of ${asOf}`;
}

/** What was not looked at, by any view. */
export const unseen = ({ views }: Report): readonly string[] =>
  views.flatMap((view) => view.unseen.map((what) => `${view.origin}: ${what}`));
