/** The built-in rules. Each file is one rule: promise, reason, check and examples; its path is its id. */
import type { Rule } from "../rule.ts";
import region from "./residency/region.ts";

const RULES = [region] as const;

export const builtInRules: readonly Rule[] = RULES;

/** The built-in rules by id, for the types of their parameters. */
export type BuiltInRules = { readonly [R in (typeof RULES)[number] as R["id"]]: R };
