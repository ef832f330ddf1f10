import type { Outcome } from "./outcome.ts";
import { durations, leftToPeople, scope, tests } from "./page-for-auditors.ts";
import type { ExitPlan, ExitStep } from "./plan.ts";
import { inWords as stateInWords } from "./states.ts";
import { table } from "./table.ts";
import { inWords } from "./volume.ts";

/** The plan as a page for people, in Markdown. */
export function page(plan: ExitPlan, origin: Outcome, target: Outcome, rate: string): string {
  const { same, changed, missing, unbuilt, staying } = plan.summary;
  return [
    `# Exit plan: ${origin.place} to ${target.place}`,
    "",
    `As of ${plan.on}. ${counted(same, "construct")} the same, ${changed} with changes, ${missing} without a counterpart${
      unbuilt > 0 ? `, ${unbuilt} not reached` : ""
    }${staying > 0 ? `, ${counted(staying, "resource")} written for one provider` : ""}.`,
    "",
    `${target.unmoved === true ? "" : "Both environments were built from the same program. "}A rehearsal runs the real engine against simulated providers: it proves wiring, types and order, not that a cloud accepts it.`,
    "",
    "| | at | guard | rehearsal |",
    "| --- | --- | --- | --- |",
    outcome("today", origin),
    outcome("then", target),
    ...[origin, target].flatMap(endings),
    ...[origin, target].flatMap(refusals),
    "",
    "## Scope",
    "",
    ...scope(plan),
    "",
    "## Construct by construct",
    "",
    ...table(["construct", "what", "status", "to know"], plan.steps.map(line)),
    ...(plan.staying.length === 0
      ? []
      : [
          "",
          "## Written by the program itself",
          "",
          ...table(
            ["resource", "type", "what becomes of it"],
            plan.staying.map(({ address, type, fate, because }) => [address, type, `${FATE[fate]} ${because}`]),
          ),
        ]),
    "",
    "## State",
    "",
    ...(plan.states.length === 0
      ? ["Nobody said where it is kept."]
      : table(
          ["stack", "today", "then"],
          plan.states.map(({ stack, today, then }) => [
            stack,
            stateInWords(today),
            then === undefined ? "not reached" : stateInWords(then),
          ]),
        )),
    "",
    "## Data",
    "",
    plan.data.length === 0 ? "Nothing here keeps data." : `Hours at ${rate}, once and without interruption. ${inAll(plan)}`,
    ...(plan.unmatched.length === 0 ? [] : ["", `A size was given for what keeps no data that moves: ${plan.unmatched.join(", ")}.`]),
    "",
    ...(plan.data.length === 0
      ? []
      : table(
          ["construct", "how much", "hours", "by which means", "source"],
          plan.data.map(({ path, bytes, atMost, hours, means, source }) => [
            path,
            bytes === null ? "not said (--sizes)" : `${atMost === true ? "at most " : ""}${inWords(bytes)}`,
            hours === null ? "" : hours < 0.1 ? "< 0.1" : hours.toFixed(1),
            means,
            source,
          ]),
        )),
    "",
    "## The way",
    ...plan.phases.flatMap(({ title, tasks }, index) => ["", `### ${index + 1}. ${title}`, "", ...tasks.map((task) => `- [ ] ${task}`)]),
    "",
    "## How long it takes",
    "",
    ...durations(plan),
    "",
    "## Tests",
    "",
    ...tests(plan, [origin, target]),
    "",
    "## What people have to add",
    "",
    ...leftToPeople(plan),
    "",
    "This page covers what code can show of an exit strategy (DORA, articles 28.8 and 30.3.f; Data Act, articles 23 and 25). Contracts, people, licences and costs it does not know.",
    "",
  ].join("\n");
}

function inAll({ volume: { bytes, hours, given, of } }: ExitPlan): string {
  if (given === 0) return "Nobody said how much there is (--sizes).";
  const rest = given === of ? "" : ` Of ${of - given} more nobody said how much there is.`;
  return `In all ${inWords(bytes)} in ${given} of ${of}, ${hours < 0.1 ? "less than 0.1" : hours.toFixed(1)} hours one after the other.${rest}`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

function outcome(when: string, { place, report, rehearsed, engine }: Outcome): string {
  const guard =
    report === undefined
      ? "not judged"
      : report.verdict === "inside"
        ? `inside (${report.summary.inside}), policy ${report.policy}`
        : `refused (${report.summary.outside} outside, ${report.summary.undecided} undecided)`;
  const run =
    rehearsed === undefined
      ? "not rehearsed"
      : `${rehearsed ? "applied, nothing to change, destroyed" : "failed"}${engine === undefined ? "" : `, ${engine}`}`;
  return `| ${when} | ${place} | ${guard} | ${run} |`;
}

/** Where the program ended early, and what could not be asked. */
function endings({ place, stopped, unmoved, ownRules = [] }: Outcome): readonly string[] {
  return [
    ...(unmoved === undefined
      ? []
      : [
          "",
          `The program names no place of ours (\`at\` of a SovereignStack), so that nothing of it could be built at ${place}: this page says what has to be described anew, and which data moves.`,
        ]),
    ...(stopped === undefined
      ? []
      : ["", `At ${place} the program ended before its end, so that nothing was judged: ${stopped.trim().split("\n")[0]}`]),
    ...(ownRules.length === 0
      ? []
      : ["", `Rules of your own judged what was synthesized at ${place}, and no plan: ${ownRules.join(", ")}.`]),
  ];
}

/** What has to be put right before it can be deployed there. */
function refusals({ place, report }: Outcome): readonly string[] {
  const found = (report?.findings ?? []).filter(({ verdict }) => verdict === "outside" || verdict === "undecided");
  if (found.length === 0) return [];
  return [
    "",
    `The guard refuses at ${place}:`,
    "",
    ...new Set(
      found.map(
        ({ address, constructPath, rule, message, remedy }) =>
          `- ${address}${constructPath === null ? "" : ` (${constructPath})`}: ${message} (${rule}). ${remedy}`,
      ),
    ),
  ];
}

const line = ({ path, construct, concept, status, changes, because }: ExitStep): readonly string[] => [
  path,
  construct.toLowerCase() === concept.toLowerCase() ? construct : `${construct} (${concept})`,
  STATUS[status],
  [...(because === undefined ? [] : [because]), ...changes].join(" "),
];

const FATE: Readonly<Record<ExitPlan["staying"][number]["fate"], string>> = {
  bound: "**Stays.**",
  along: "Goes along.",
  elsewhere: "Not touched.",
};

const STATUS: Readonly<Record<ExitStep["status"], string>> = {
  same: "the same",
  changed: "changes",
  missing: "**no counterpart**",
  unbuilt: "**not reached**",
  new: "made there only",
};
