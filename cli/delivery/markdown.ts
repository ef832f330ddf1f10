import { outcomeText, type RunResult, type StackResult } from "../../delivery/index.ts";
import { TITLES } from "../../engines/index.ts";
import { markdown } from "../../evidence/formats/markdown.ts";
import { cell, code, table } from "../../evidence/formats/markdown-cells.ts";
import { NOTICE } from "../../rehearsal/index.ts";

/** GitHub takes 65,536 characters in a comment; others take more. */
const MOST = 60_000;

/** What a run did or would do, for a comment on a merge request: what asks for attention first, then a line for each stack. */
export function runMarkdown(result: RunResult): string {
  const { command, stacks, engine, rehearsed, run } = result;
  const quiet = stacks.filter(({ outcome }) => outcome === "unchanged");
  const told = stacks.filter(({ outcome }) => outcome !== "unchanged");
  const sections = [
    `# Terroir ${command}: ${told.length === 0 ? "nothing to do" : tally(stacks)}`,
    ...(rehearsed ? [`**${cell(NOTICE)}**`] : []),
    ...(told.length === 0
      ? []
      : [
          table(
            ["Stack", "Outcome"],
            told.map((one) => [code(one.stack), cell(outcomeText(one))]),
          ),
        ]),
    ...(quiet.length === 0 ? [] : [`Unchanged: ${quiet.map(({ stack }) => code(stack)).join(", ")}.`]),
    ...told.flatMap(details),
    `${TITLES[engine.kind as keyof typeof TITLES]} ${cell(engine.version)}, run ${code(run)}.`,
  ];
  const text = `${sections.join("\n\n")}\n`;
  return text.length <= MOST ? text : `${text.slice(0, text.lastIndexOf("\n", MOST))}\n\nThere is more: the job's log has all of it.\n`;
}

function details({ stack, outcome, report, failure }: StackResult): readonly string[] {
  if (outcome === "refused" && report !== undefined)
    return [`<details><summary>${cell(stack)}: refused</summary>\n\n${markdown(report)}\n</details>`];
  if (failure === undefined) return [];
  const causes = failure.causes.map((cause) => `- ${cell(cause)}`).join("\n");
  return [`### ${cell(stack)}: ${cell(failure.during)} failed\n\n${causes}\n\n${cell(failure.next)}`];
}

function tally(stacks: readonly StackResult[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of stacks) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
}
