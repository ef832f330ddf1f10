import { titleOf } from "../engines/index.ts";
import type { Report } from "../guard/index.ts";
import type { Counts, PhaseReport, RehearsalReport, StackReport } from "../rehearsal/index.ts";
import { madeUpLines } from "./made-up.ts";

/** A rehearsal for people: each stack's life, what the guard said before and of every plan, and that nothing of it was real. */
export function rehearsalText(rehearsal: RehearsalReport, synthesis: Report | undefined, plans: ReadonlyMap<string, Report>): string {
  const { stacks, engine, durationMs, assumed, faults, world, ok, notice } = rehearsal;
  const left = world.file === null ? [] : [`World kept in ${world.file}: ${counted(world.resources, "resource")}.`];
  const orphans = world.orphans.map((orphan) => `  exists, and no state knows it: ${orphan}`);
  return [
    ...(synthesis === undefined ? [] : [`guard, before any plan: ${tally(synthesis)}`]),
    ...stacks.flatMap((stack) => stackLines(stack, plans.get(stack.name))),
    "",
    ...(assumed.length === 0 ? [] : [...madeUpLines(assumed), ""]),
    ...(faults.length === 0 ? [] : ["Faults that struck:", ...faults.map((what) => `  ${what}`), ""]),
    ...left,
    ...orphans,
    `${ok ? "Rehearsed" : "The rehearsal failed"}: ${counted(stacks.length, "stack")} with ${titleOf(engine.kind)} ${engine.version} in ${seconds(durationMs)}.`,
    notice,
  ].join("\n");
}

const tally = ({ verdict, summary, policy }: Report): string =>
  `${verdict} (${summary.inside} inside, ${summary.outside} outside, ${summary.undecided} undecided, ${summary.waived} waived; policy ${policy})`;

function stackLines({ name, ok, phases, resources }: StackReport, plan: Report | undefined): readonly string[] {
  const made = Object.values(resources).reduce((sum, count) => sum + count, 0);
  return [
    "",
    `${name}: ${ok ? "ok" : "failed"}${made > 0 ? `, ${counted(made, "resource")} of ${counted(Object.keys(resources).length, "type")}` : ""}`,
    ...phases.flatMap((phase) => [phaseLine(phase), ...guardLine(phase, plan), ...failure(phase)]),
  ];
}

function phaseLine({ phase, ok, durationMs, counts, notes = [] }: PhaseReport): string {
  const parts = [counts === undefined ? "" : countText(counts), ...notes].filter((part) => part !== "");
  return `  ${ok ? "ok    " : "FAILED"} ${phase.padEnd(11)}${seconds(durationMs).padStart(7)}${parts.length > 0 ? `  ${parts.join("; ")}` : ""}`;
}

const guardLine = ({ phase }: PhaseReport, plan: Report | undefined): readonly string[] =>
  phase === "plan" && plan !== undefined ? [`         guard, of the plan: ${tally(plan)}`] : [];

const failure = ({ failure: said }: PhaseReport): readonly string[] =>
  said === undefined ? [] : said.split("\n").map((line) => `         ${line}`.trimEnd());

function countText({ add, change, destroy, import: imported }: Counts): string {
  const named = [
    [add, "to add"],
    [change, "to change"],
    [destroy, "to destroy"],
    [imported, "to import"],
  ] as const;
  const some = named.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return some.length === 0 ? "nothing to do" : some.join(", ");
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
