import { proveExamples, type Rule, type WrongExample } from "../guard/index.ts";

const MEANS = { passes: "accepted", fails: "refused as outside", undecided: "refused as undecided" } as const;

/**
 * Runs a rule's examples, which are its tests, each under the rule alone. One sentence for every example that does not do what its author says, and
 * one if nothing at all is refused; empty when the rule is right.
 *
 * @example
 * const named = defineRule({
 *   id: "acme/buckets-are-versioned",
 *   title: "Every bucket keeps old versions of its objects",
 *   why: "Ransomware deletes first; an old version is what is left.",
 *   on: "bucket",
 *   check: (bucket) => (bucket.read("versioned", false) ? pass : { because: "keeps no versions", fix: "versioned: true" }),
 *   examples: { passes: { versioned: { versioned: true } }, fails: { "nothing said": {} } },
 * });
 * console.assert(ruleExamples(named).length === 0);
 */
export function ruleExamples(rule: Rule): readonly string[] {
  // The types ask for a failing example; a rule in JavaScript may come without.
  const checksNothing = Object.keys(rule.examples.fails).length === 0;
  return [
    ...(checksNothing
      ? [`${rule.id} has no example that fails: a rule that refuses nothing checks nothing. Add one to examples.fails.`]
      : []),
    ...proveExamples(rule).map(sentence),
  ];
}

function sentence({ rule, example, want, got, messages }: WrongExample): string {
  const says = messages.length === 0 ? "" : ` The rule says: ${messages.join("; ")}`;
  return `${rule}: "${example}" should be ${MEANS[want]}, and the verdict is ${got}.${says}`;
}
