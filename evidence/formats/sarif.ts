import { builtInRules, type Finding, type Report } from "../../guard/index.ts";
import { headline, refusals, unseen, waived } from "../report.ts";
import { taxaOf, taxonomiesOf } from "./sarif-profiles.ts";

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning. Refusals are results, waived ones suppressed results. */
export function sarif(report: Report): string {
  const results = [...refusals(report), ...waived(report)];
  const ids = [...new Set(results.map(({ rule }) => rule))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "terroir", rules: ids.map(described) } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            ...(unseen(report).length > 0 && {
              toolExecutionNotifications: unseen(report).map((what) => ({ level: "note", message: { text: `not seen: ${what}` } })),
            }),
          },
        ],
        results: results.map((finding) => ({ ...result(finding, ids), ...taxaOf(report.profiles, finding) })),
        ...taxonomiesOf(report.profiles),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function described(id: string) {
  const rule = builtInRules.find((one) => one.id === id);
  return {
    id,
    ...(rule !== undefined && {
      shortDescription: { text: rule.title },
      fullDescription: { text: rule.why },
      properties: { tags: [...rule.controls] },
    }),
    defaultConfiguration: { level: "error" },
    help: { text: `terroir explain ${id}` },
  };
}

function result(finding: Finding, ids: readonly string[]) {
  const { rule, address, path, value, source, origin, remedy, verdict, waiver, constructPath } = finding;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    // Undecided is refused like outside, so it is a failure of level error; "review" would force the level "none", and nobody would see it.
    level: "error",
    kind: "fail",
    message: { text: `${headline(finding)}.${remedy === "" ? "" : ` Fix: ${remedy}.`}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(source?.file ?? origin) },
          ...(source !== null && {
            region: { startLine: source.line, ...(source.column !== undefined && { startColumn: source.column }) },
          }),
        },
        logicalLocations: [{ name: address, fullyQualifiedName: constructPath ?? address, kind: "resource" }],
      },
    ],
    partialFingerprints: { "terroir/v1": [rule, address, path].join("|") },
    properties: { verdict, path, ...(value !== null && { value }) },
    ...(waiver !== undefined && {
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: `${waiver.reason} (owner ${waiver.owner}, approved by ${waiver.approver}, until ${waiver.until})`,
        },
      ],
    }),
  };
}

/** A relative path as a URI reference: blanks and other letters escaped, separators kept. */
function uriOf(file: string): string {
  return file
    .replaceAll("\\", "/")
    .split("/")
    .map((part) => encodeURIComponent(part).replaceAll("%3A", ":"))
    .join("/");
}
