import { today } from "../../catalogue/index.ts";
import { answers } from "../asking/ask.ts";
import { defaultKnowledge } from "../hearing/default-knowledge.ts";
import { openHearing } from "../hearing/hearing.ts";
import type { Knowledge } from "../hearing/knowledge.ts";
import { outcomeOf } from "../judging/findings.ts";
import { judge } from "../judging/judge.ts";
import { defaultPolicy, type Policy } from "../policy/policy.ts";
import type { Verdict } from "../report/finding.ts";
import type { Rule, TerraformExample } from "../rule/rule.ts";
import { builtInRules } from "../rules/index.ts";
import type { Infrastructure, Subject } from "../subject/infrastructure.ts";
import { isSubjectKind } from "../subject/subject-kinds.ts";
import type { Json } from "../values/json.ts";
import { LOCK_FILE, lockFileOf } from "../views/folder/lock-file.ts";
import { readDocument } from "../views/synthesized.ts";

/** An example that does not give what the rule's author says. */
export interface WrongExample {
  readonly rule: string;
  readonly example: string;
  readonly want: "passes" | "fails" | "undecided";
  readonly got: Verdict;
  /** What the rule says of it. */
  readonly messages: readonly string[];
}

/** Runs a rule's examples, which are its tests; empty when each gives what it should. */
export function proveExamples(rule: Rule, knowledge: Knowledge = defaultKnowledge): readonly WrongExample[] {
  const { passes, fails, undecided = {} } = rule.examples;
  return [
    ...Object.entries(passes).flatMap(([name, example]) => prove(rule, "passes", name, example, knowledge)),
    ...Object.entries(fails).flatMap(([name, example]) => prove(rule, "fails", name, example, knowledge)),
    ...Object.entries(undecided).flatMap(([name, example]) => prove(rule, "undecided", name, example, knowledge)),
  ];
}

const VERDICTS: Readonly<Record<WrongExample["want"], readonly Verdict[]>> = {
  passes: ["inside", "not-applicable"],
  fails: ["outside"],
  undecided: ["undecided"],
};

function prove(rule: Rule, want: WrongExample["want"], example: string, given: unknown, knowledge: Knowledge): readonly WrongExample[] {
  const isConcept = typeof rule.on === "string" && !isSubjectKind(rule.on);
  const found = isConcept
    ? byFacts(rule, given as Readonly<Record<string, Json>>, knowledge)
    : byDocument(rule, given as TerraformExample, knowledge);
  const got =
    (["outside", "undecided", "inside"] as const).find((verdict) => found.some((one) => one.verdict === verdict)) ?? "not-applicable";
  return VERDICTS[want].includes(got)
    ? []
    : [{ rule: rule.id, example, want, got, messages: found.map((one) => one.message).filter((text) => text !== "") }];
}

interface Found {
  readonly verdict: Verdict;
  readonly message: string;
}

/** Beside a configuration an example may have the text of a lock file, under that file's name. */
function byDocument(rule: Rule, { [LOCK_FILE]: lock, ...json }: TerraformExample, knowledge: Knowledge): readonly Found[] {
  const own = builtInRules.some((one) => one.id === rule.id) ? [] : [rule];
  const policy: Policy = { ...defaultPolicy, rules: own };
  const read = readDocument(json, "example.tf.json");
  const { findings, resources } = judge([typeof lock === "string" ? { ...read, locked: lockFileOf(lock) } : read], policy, {
    rules: [rule.id],
    knowledge,
  });
  return [...findings, ...resources.map(({ verdict }) => ({ verdict, message: "" }))];
}

/** A concept's example is its facts; what they leave out the resource does not say. */
function byFacts(rule: Rule, facts: Readonly<Record<string, Json>>, knowledge: Knowledge): readonly Found[] {
  const subject: Subject = { kind: "resource", address: "example", type: "example", read: () => [] };
  const nothing: Infrastructure = { view: "synthesized", origin: "example", subjects: [subject], find: () => subject, unseen: [] };
  const hearing = openHearing(nothing, defaultPolicy, knowledge, today());
  const cx = { hearing, subject, provider: { is: "unknown", because: "it is an example" } } as const;
  const rulings = answers(rule, rule.options, subject, cx, (fact) => [Object.hasOwn(facts, fact) ? (facts[fact] ?? null) : null]);
  const { verdict, findings } = outcomeOf(rule, rulings, subject, "example");
  return [...findings, { verdict, message: "" }];
}
