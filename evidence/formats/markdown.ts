import type { Assessment, Finding, Report } from "../../guard/index.ts";
import { closing, lineOf, notes, refusals, unseen, waived } from "../report.ts";
import { cell, code, table } from "./markdown-cells.ts";
import { STATUS_WORDS, scoreText } from "./profile-text.ts";

/** For merge requests and audits: one table of what is refused, one of what is waived, and the notes. */
export function markdown(report: Report): string {
  const refused = refusals(report);
  const excepted = waived(report);
  const said = notes(report);
  const sections = [
    `## ${report.verdict === "inside" ? "Inside" : "Refused"}\n\n${cell(closing(report))}`,
    refused.length > 0 ? table(["Verdict", "Rule", "Where", "What", "Fix"], refused.map(row)) : "",
    excepted.length > 0 ? `### Waived\n\n${table(["Rule", "Where", "Reason", "Owner", "Approver", "Until"], excepted.map(exception))}` : "",
    said.length > 0
      ? `### Accepted, and why\n\n${table(
          ["Rule", "Where", "Why"],
          said.map((one) => [code(one.rule), place(one), cell(one.message)]),
        )}`
      : "",
    unseen(report).length > 0
      ? `### Not seen\n\n${unseen(report)
          .map((what) => `- ${cell(what)}`)
          .join("\n")}`
      : "",
    report.notApplied.length > 0 ? `### Not applied\n\nThe policy does not ask for ${report.notApplied.map(code).join(", ")}.` : "",
    ...report.profiles.map(profileSection),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function profileSection({ profile, title, version, status, controls, statement, score }: Assessment): string {
  const rows = controls.map(({ id, asks, status: found, because, documents }) => [
    code(id),
    STATUS_WORDS[found],
    cell(asks),
    cell([because, ...documents.map((one) => `Document: ${one}.`)].join(" ")),
  ]);
  return [
    `### Profile ${cell(profile)}\n\n${cell(`${title} ${version} (${status}). ${statement}`)}`,
    ...(score === undefined ? [] : [cell(scoreText(score))]),
    table(["Control", "Status", "Asks for", "Why"], rows),
  ].join("\n\n");
}

function row(finding: Finding): readonly string[] {
  return [finding.verdict, code(finding.rule), place(finding), cell(finding.message), cell(finding.remedy)];
}

function exception(finding: Finding): readonly string[] {
  const { reason = "", owner = "", approver = "", until = "" } = finding.waiver ?? {};
  return [code(finding.rule), place(finding), cell(reason), cell(owner), cell(approver), until];
}

function place(finding: Finding): string {
  const line = lineOf(finding);
  return line === undefined ? code(finding.address) : `${code(finding.address)} at ${code(line)}`;
}
