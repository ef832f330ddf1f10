import { InputError } from "../../catalogue/errors.ts";
import { builtInProfiles, builtInRules, type Rule } from "../../guard/index.ts";
import { controlIds, controlOf, controlPage } from "../../guard/pages/control-page.ts";
import { rulePage } from "../../guard/pages/rule-page.ts";
import { profilePage } from "../../guard/profile/page.ts";
import { nearest } from "../../guard/written/nearest.ts";
import type { Exit } from "../exit.ts";
import { print, printJson } from "../io/print.ts";
import { policyFor } from "../policy-file.ts";
import { summary as profileSummary } from "./profiles.ts";

export interface ExplainOptions {
  readonly json?: boolean;
  readonly policy?: string;
}

/** What is built in, and what the policy beside the project brings: its own rules and profiles. */
export async function explain(id: string | undefined, { json, policy: file }: ExplainOptions): Promise<Exit> {
  const isBuiltIn = [...builtInRules, ...builtInProfiles].some((one) => one.id === id) || (id !== undefined && controlOf(id) !== undefined);
  // A policy may be a program, which is not run without need.
  const policy = isBuiltIn ? undefined : await policyFor(file);
  const rules = [...builtInRules, ...(policy?.rules ?? []), ...(policy?.profiles ?? []).flatMap((one) => one.rules)].filter(once);
  const profiles = [...builtInProfiles, ...(policy?.profiles ?? [])].filter(once);
  if (id === undefined) return listRules(rules, json === true);
  const rule = rules.find((candidate) => candidate.id === id);
  const profile = profiles.find((candidate) => candidate.id === id);
  const control = controlOf(id);
  if (rule !== undefined) json ? printJson(summary(rule)) : print(rulePage(rule));
  else if (profile !== undefined) json ? printJson(profileSummary(profile)) : print(profilePage(profile));
  else if (control !== undefined) json ? printJson({ id, ...control }) : print(controlPage(id, control));
  else {
    const known = [...[...rules, ...profiles].map((candidate) => candidate.id), ...(/[:A-Z]/.test(id) ? controlIds() : [])];
    const near = nearest(id, known, 3);
    throw new InputError(
      `There is no rule, profile or control "${id}".${near.length === 0 ? "" : ` The nearest: ${near.join(", ")}.`} \`terroir explain\` lists the rules, \`terroir profiles\` the profiles. Rules of your own are found by the policy that has them: --policy FILE, or terroir.policy.ts here.`,
    );
  }
  return 0;
}

const once = ({ id }: { readonly id: string }, index: number, all: readonly { readonly id: string }[]): boolean =>
  all.findIndex((one) => one.id === id) === index;

function listRules(rules: readonly Rule[], json: boolean): Exit {
  if (json) printJson(rules.map(summary));
  else {
    const width = Math.max(...rules.map(({ id }) => id.length));
    for (const { id, title } of rules) print(`${id.padEnd(width)}  ${title}`);
  }
  return 0;
}

const summary = ({ id, title, why, controls, options }: Rule) => ({ id, title, why, controls, options });
