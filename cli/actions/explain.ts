import { InputError } from "../../catalogue/errors.ts";
import { controlIds, controlOf, controlPage } from "../../guard/control-page.ts";
import { builtInProfiles, builtInRules, type Rule } from "../../guard/index.ts";
import { nearest } from "../../guard/nearest.ts";
import { profilePage } from "../../guard/profile/page.ts";
import { page } from "../../guard/rule-page.ts";
import type { Exit } from "../exit.ts";
import { print, printJson } from "../io/print.ts";
import { summary as profileSummary } from "./profiles.ts";

export async function explain(id: string | undefined, { json }: { readonly json?: boolean }): Promise<Exit> {
  if (id === undefined) return listRules(json === true);
  const rule = builtInRules.find((candidate) => candidate.id === id);
  const profile = builtInProfiles.find((candidate) => candidate.id === id);
  const control = controlOf(id);
  if (rule !== undefined) json ? printJson(summary(rule)) : print(page(rule));
  else if (profile !== undefined) json ? printJson(profileSummary(profile)) : print(profilePage(profile));
  else if (control !== undefined) json ? printJson({ id, ...control }) : print(controlPage(id, control));
  else {
    const known = [...[...builtInRules, ...builtInProfiles].map((candidate) => candidate.id), ...(/[:A-Z]/.test(id) ? controlIds() : [])];
    const near = nearest(id, known, 3);
    throw new InputError(
      `There is no rule, profile or control "${id}".${near.length === 0 ? "" : ` The nearest: ${near.join(", ")}.`} \`terroir explain\` lists the rules, \`terroir profiles\` the profiles.`,
    );
  }
  return 0;
}

function listRules(json: boolean): Exit {
  if (json) printJson(builtInRules.map(summary));
  else {
    const width = Math.max(...builtInRules.map(({ id }) => id.length));
    for (const { id, title } of builtInRules) print(`${id.padEnd(width)}  ${title}`);
  }
  return 0;
}

const summary = ({ id, title, why, controls, options }: Rule) => ({ id, title, why, controls, options });
