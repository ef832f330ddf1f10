/** What is known of a folder of Terraform code as text: where each block stands, for whoever points at a line or changes one. */
import type { Finding, Report } from "../../guard/index.ts";
import { Code } from "./code.ts";
import { lineIn } from "./line.ts";

/** The report with the line of the code at each refusal and waiver of a folder that was read as it is written: a plan knows none. */
export function located(report: Report): Report {
  const folders = new Map(report.views.filter(({ view }) => view === "folder").map(({ origin }) => [origin, new Code(origin)] as const));
  const withLine = (finding: Finding): Finding => {
    const code = folders.get(finding.origin);
    const isTold = finding.verdict !== "inside" && finding.verdict !== "not-applicable";
    if (code === undefined || finding.source !== null || !isTold) return finding;
    return { ...finding, source: lineIn(code, finding.address, finding.path) ?? null };
  };
  return { ...report, findings: report.findings.map(withLine) };
}
