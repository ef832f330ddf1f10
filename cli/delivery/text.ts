import { outcomeText, type RunResult, type StackResult } from "../../delivery/index.ts";
import { titleOf } from "../../engines/index.ts";
import { type TextOptions, text } from "../../evidence/formats/text.ts";
import { NOTICE } from "../../rehearsal/index.ts";
import { madeUpLines } from "../made-up.ts";

type Marks = Required<Pick<TextOptions, "error" | "strong" | "dim">>;

/** What became of a run, for people: a line a stack; of what went wrong, which resource, why, what is true now, and what to do. */
export function runText(result: RunResult, marks: Marks): string {
  const { stacks, assumed, rehearsed } = result;
  const width = Math.max(...stacks.map(({ stack }) => stack.length));
  return [
    ...stacks.map((one) => `${one.stack.padEnd(width)}  ${outcomeText(one)}`),
    ...stacks.flatMap((one) => details(one, marks)),
    ...(assumed.length === 0 ? [] : ["", ...madeUpLines(assumed)]),
    "",
    closing(result),
    ...(rehearsed ? [NOTICE] : []),
  ].join("\n");
}

function details({ stack, outcome, report, failure, drift = [], record }: StackResult, marks: Marks): readonly string[] {
  const drifted = drift.map(
    ({ address, change, attributes }) => `  ${address} was ${change} by hand${attributes.length > 0 ? `: ${attributes.join(", ")}` : ""}`,
  );
  const said = [
    ...(drifted.length === 0 ? [] : [`${stack}: not as it was left`, ...drifted]),
    ...(outcome === "refused" && report !== undefined ? [text(report, marks).trimEnd()] : []),
    ...(failure === undefined
      ? []
      : [
          `${marks.error(`${stack}: ${failure.during} failed`)}`,
          ...failure.causes.flatMap((cause) => cause.split("\n").map((line) => `  ${line}`)),
          ...(failure.truth.length === 0 ? [] : ["  True now:", ...failure.truth.map((what) => `    ${what}`)]),
          `  ${failure.next}`,
          ...(failure.log === null || failure.log === "" ? [] : [marks.dim(`  All that the engine said: ${failure.log}`)]),
        ]),
    ...(["refused", "failed", "interrupted"].includes(outcome) && record !== undefined ? [marks.dim(`  Record: ${record}`)] : []),
  ];
  return said.length === 0 ? [] : ["", ...said];
}

function closing({ command, stacks, engine, durationMs, run }: RunResult): string {
  const counts = new Map<string, number>();
  for (const { outcome } of stacks) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const tally = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
  return `${command}: ${tally}; ${titleOf(engine.kind)} ${engine.version}, ${(durationMs / 1000).toFixed(1)} s, run ${run}.`;
}
