import { type Policy, profileNamed } from "../guard/index.ts";

/** A program's policy in a form that outlives the program: all of it but rules, which are programs themselves. */
export interface PolicyRecord extends Omit<Policy, "rules" | "profiles"> {
  /** Ids of the company's own rules. They have judged what was synthesized; a plan they cannot judge. */
  readonly ownRules: readonly string[];
  readonly profiles: readonly string[];
}

export const recordedPolicy = ({ rules, profiles, ...rest }: Policy): PolicyRecord => ({
  ...rest,
  ownRules: rules.map(({ id }) => id),
  profiles: profiles.map(({ id }) => id),
});

/** Whether a policy lives in its program only: rules or profiles of the company's own. */
export const livesInItsProgram = ({ ownRules, profiles }: PolicyRecord): boolean =>
  ownRules.length > 0 || profiles.some((id) => known(id).length === 0);

/** The policy again, without the company's own rules and profiles. */
export function policyOf({ ownRules: _, profiles, ...rest }: PolicyRecord): Policy {
  return { ...rest, rules: [], profiles: profiles.flatMap((id) => known(id)) };
}

function known(id: string): Policy["profiles"] {
  try {
    return [profileNamed(id)];
  } catch {
    // A company's own: its rules have judged what was synthesized.
    return [];
  }
}
