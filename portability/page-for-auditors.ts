import type { Outcome } from "./outcome.ts";
import type { ExitPlan } from "./plan.ts";
import { table } from "./table.ts";

/** What leaves, who answers for it, and in which order it is deployed. */
export const scope = ({ scope: stacks, places }: ExitPlan): readonly string[] => [
  ...table(
    ["stack, in this order", "who answers", "today", "then", "constructs", "by itself", "reads from"],
    stacks.map(({ stack, owner, places: own, constructs, byItself, after }) => [
      stack,
      owner ?? "nobody named (`owner` of the stack)",
      Object.keys(own).join(", ") || "as its providers say",
      Object.values(own).join(", ") || "as its providers say",
      String(constructs),
      String(byItself),
      after.join(", "),
    ]),
  ),
  ...(Object.keys(places).length < 2 ? [] : ["", ...table(["place today", "place then"], Object.entries(places))]),
];

/** What the law and the line allow; working time is nobody's to compute. */
export function durations({ volume: { hours, given, of }, steps }: ExitPlan): readonly string[] {
  const locked = Math.max(0, ...steps.map(({ lock, from, to }) => (lock === undefined || from === to ? 0 : lock.days)));
  return table(
    ["what", "how long", "why"],
    [
      ["notice", "at most 2 months", "Data Act, article 25.2.d"],
      [
        "transition",
        "at most 30 days, longer if you ask; the provider may name up to 7 months, with reasons",
        "Data Act, articles 25.2.a, 25.4 and 25.5",
      ],
      [
        "copying",
        given === 0
          ? "not known"
          : `${hours < 0.1 ? "less than 0.1" : hours.toFixed(1)} hours on the line${given < of ? `, and ${of - given} of ${of} not known` : ""}`,
        "sizes and rate above; a dump and a restore take longer than the line: measure one",
      ],
      ["interruption", "from the first step of the switch to its last", "measured in the rehearsed copy: write it down below"],
      ["data can be fetched", "at least 30 days after the transition", "Data Act, article 25.2.g"],
      ...(locked === 0 ? [] : [["locked at the origin", `up to ${locked} days`, "object locks of the buckets above"]]),
    ],
  );
}

/** What was tried for this page, and what was not. */
export const tests = ({ on }: ExitPlan, outcomes: readonly Outcome[]): readonly string[] => [
  ...table(
    ["what", "where", "result", "when"],
    outcomes.flatMap(({ place, stopped, unmoved, report, rehearsed, engine }) => [
      ["built from the program", place, unmoved === true ? "not done" : stopped === undefined ? "passed" : "failed", on],
      ["judged by the guard", place, report === undefined ? "not done" : report.verdict === "inside" ? "passed" : "failed", on],
      [
        `applied, planned again without a change, destroyed${engine === undefined ? "" : ` (${engine}, simulated providers)`}`,
        place,
        rehearsed === undefined ? "not done" : rehearsed ? "passed" : "failed",
        on,
      ],
    ]),
  ),
  "",
  "Not tried here: real accounts and their quotas, the copies themselves, how long they take, the way back. Run this drill in CI on every change, and a real move of one part at least once a year.",
];

/** What an exit plan has to say and no code knows. */
export const leftToPeople = ({ scope: stacks, phases }: ExitPlan): readonly string[] => {
  const owners = [...new Set(stacks.flatMap(({ owner }) => (owner === null ? [] : [owner])))].join(", ");
  return [
    ...table(
      ["who does it", "answers for it", "does it", "by when", "done"],
      phases.map(({ title }, index) => [`${index + 1}. ${title}`, owners, "", "", ""]),
    ),
    "",
    ...table(
      ["what else", "to be filled in"],
      [
        "Which functions depend on it, and which of them are critical or important",
        "What calls for leaving: failure, price, ownership, insolvency, an order of a supervisor",
        "What counts as done: success criteria, longest interruption, most data that may be lost",
        "Money and people set aside for it",
        "Contracts: notice, help with the switch, proof of erasure",
        "Day of the last real test, and of the next review",
      ].map((what) => [what, ""]),
    ),
  ];
};
