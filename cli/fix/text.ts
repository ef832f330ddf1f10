import { camelCase } from "../../bindings/naming/case.ts";
import { headline, lineOf, refusals } from "../../evidence/report.ts";
import type { Finding, Report } from "../../guard/index.ts";
import { type Fixes, NOT_HERE } from "./index.ts";
import { literal } from "./literal.ts";

/** What a person has to do, line by line: changes whose place is not certain, then how many findings no program can answer. */
export function leftText(report: Report, { left }: Fixes): string {
  const lines = left.map(({ finding, because }) => (because === NOT_HERE ? inProgram(finding) : `left  ${asked(finding)}: ${because}`));
  const decisions = refusals(report).filter(({ edit }) => edit === undefined).length;
  if (decisions > 0)
    lines.push(`${decisions} ${decisions === 1 ? "finding needs" : "findings need"} a decision that no program makes: see the report.`);
  return lines.map((line) => `${line}\n`).join("");
}

/** The construct and its line, and the attribute as a binding's prop: what a program's author changes. */
function inProgram(finding: Finding): string {
  const { edit, constructPath, address } = finding;
  const path = edit?.path ?? "";
  const prop = path.replace(/[A-Za-z_]\w*/g, camelCase);
  const at = lineOf(finding);
  return `change ${constructPath ?? address}${at === undefined ? "" : ` at ${at}`}: ${prop}: ${literal(edit?.value ?? null)} (${path} of ${address}, ${finding.rule})`;
}

function asked(finding: Finding): string {
  const { edit, rule } = finding;
  return `${rule} — ${headline(finding)}; wants ${edit?.path} = ${literal(edit?.value ?? null)}`;
}
