import { InputError } from "../errors.ts";
import type { Rule } from "../rule/rule.ts";
import { familyOf } from "../rule/rule-family.ts";
import { builtInRules } from "../rules/index.ts";
import { nearest } from "../written/nearest.ts";
import type { Policy } from "./policy.ts";

/** The rules that run, and those that do not. */
export interface ChosenRules {
  readonly applied: readonly Rule[];
  readonly notApplied: readonly Rule[];
}

/** The rules to run: what the policy demands, or those of some families and ids. */
export function chosenRules(policy: Policy, names: readonly string[] | undefined): ChosenRules {
  const all = [...builtInRules, ...policy.rules, ...profileRules(policy)];
  const demanded = all.filter((rule) => isDemanded(rule, policy));
  const chosen = new Set(names === undefined || names.length === 0 ? demanded : names.flatMap((name) => named(name, all, demanded)));
  const ids = new Set([...chosen].map(({ id }) => id));
  const isSaid = ({ within }: Rule): boolean => within !== undefined && ids.has(within);
  return { applied: all.filter((rule) => chosen.has(rule) && !isSaid(rule)), notApplied: all.filter((rule) => !chosen.has(rule)) };
}

/** Whether a policy asks for a rule: each does, it says so, or it sets the rule's parameters, which would otherwise mean nothing. */
function isDemanded(rule: Rule, { demands, parameters }: Pick<Policy, "demands" | "parameters">): boolean {
  return (
    rule.level === "demanded" ||
    demands.includes(rule.id) ||
    demands.includes(familyOf(rule.id)) ||
    (Object.hasOwn(parameters, rule.id) && parameters[rule.id] !== undefined)
  );
}

/** An id names its rule whoever demands it; a family those of its rules that are demanded, or all when none is. */
function named(name: string, all: readonly Rule[], demanded: readonly Rule[]): readonly Rule[] {
  const family = all.filter((rule) => familyOf(rule.id) === name);
  const rules = [...all.filter((rule) => rule.id === name), ...(family.some((rule) => demanded.includes(rule)) ? demanded : family)].filter(
    (rule) => rule.id === name || familyOf(rule.id) === name,
  );
  if (rules.length > 0) return rules;
  const families = new Set(all.map((rule) => familyOf(rule.id)));
  const [near] = nearest(name, [...families, ...all.map((rule) => rule.id)]);
  throw new InputError(
    `There is no rule and no family of rules named "${name}".${near === undefined ? "" : ` Did you mean "${near}"?`} Families are ${[...families].sort().join(", ")}.`,
  );
}

/** The company's rules that its profiles bring along, each once. */
export function profileRules({ profiles, rules }: Pick<Policy, "profiles" | "rules">): readonly Rule[] {
  const known = new Set(rules.map(({ id }) => id));
  return profiles.flatMap((profile) => profile.rules).filter(({ id }) => !known.has(id) && known.add(id));
}
