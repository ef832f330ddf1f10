import type { Report } from "../../guard/index.ts";

/** For programs: the report as it is, keys in a fixed order, so that equal reports are equal byte for byte. */
export function json(report: Report): string {
  const { verdict, summary, policy, asOf, rules, notApplied, accepted, profiles, resources, findings, views } = report;
  return `${JSON.stringify({ verdict, summary, policy, asOf, rules, notApplied, accepted, profiles, resources, findings: findings.map(safe), views }, null, 2)}\n`;
}

/** What came through something sensitive is named, never shown. */
function safe(finding: Report["findings"][number]): Report["findings"][number] {
  return {
    ...finding,
    chain: finding.chain.map(({ at, text, sensitive }) => (sensitive ? { at, sensitive } : text === undefined ? { at } : { at, text })),
  };
}
