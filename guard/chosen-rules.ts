import { InputError } from "./errors.ts";
import { nearest } from "./nearest.ts";
import type { Policy } from "./policy.ts";
import type { Rule } from "./rule.ts";
import { builtInRules } from "./rules/index.ts";

/** The rules to run: all of the policy, or those of some families and ids. */
export function chosenRules(policy: Policy, names: readonly string[] | undefined): readonly Rule[] {
  const all = [...builtInRules, ...policy.rules];
  if (names === undefined || names.length === 0) return all;
  const families = new Set(all.map((rule) => familyOf(rule)));
  for (const name of names) {
    if (families.has(name) || all.some((rule) => rule.id === name)) continue;
    const [near] = nearest(name, [...families, ...all.map((rule) => rule.id)]);
    throw new InputError(
      `There is no rule and no family of rules named "${name}".${near === undefined ? "" : ` Did you mean "${near}"?`} Families are ${[...families].sort().join(", ")}.`,
    );
  }
  return all.filter((rule) => names.includes(rule.id) || names.includes(familyOf(rule)));
}

const familyOf = (rule: Rule): string => rule.id.slice(0, rule.id.lastIndexOf("/"));
