import { builtInProfiles, SHARED_CONTROLS } from "../profiles/index.ts";
import type { Rule } from "../rule/rule.ts";
import { builtInRules } from "../rules/index.ts";

/** What a control asks, whose id a rule names: one of a framework's own, or one that several frameworks share. */
interface AskedControl {
  readonly asks: string;
  /** Controls of frameworks that a shared one stands for. */
  readonly askedBy: readonly string[];
  /** Profiles that have it. */
  readonly profiles: readonly string[];
  /** Rules that answer it: those that name it, and those that a profile lists under it. */
  readonly rules: readonly string[];
}

/** Undefined: no framework here has a control of that id; a company's own rule may name any. */
export function controlOf(id: string): AskedControl | undefined {
  const naming = builtInRules.filter(({ controls }) => controls.includes(id)).map((rule) => rule.id);
  const shared = Object.entries(SHARED_CONTROLS).find(([own]) => own === id)?.[1];
  if (shared !== undefined) return { asks: `${shared.title}.`, askedBy: shared.askedBy, profiles: [], rules: naming };
  const holders = builtInProfiles.filter(({ controls }) => controls.some((control) => control.id === id));
  const [control] = holders.flatMap(({ controls }) => controls.filter((one) => one.id === id));
  if (control === undefined) return undefined;
  const rules = [...new Set([...naming, ...Object.keys(control.rules ?? {})])].sort();
  return { asks: control.asks, askedBy: [], profiles: holders.map((profile) => profile.id), rules };
}

/** Controls that a rule answers: those that it names, then those that profiles list it under. */
export const controlsAsking = ({ id, controls }: Pick<Rule, "id" | "controls">): readonly string[] => [
  ...new Set([
    ...controls,
    ...builtInProfiles.flatMap((profile) =>
      profile.controls.filter(({ rules }) => rules !== undefined && Object.hasOwn(rules, id)).map((one) => one.id),
    ),
  ]),
];

/** Ids of all controls that are known, for whoever mistyped one. */
export const controlIds = (): readonly string[] => [
  ...new Set([...Object.keys(SHARED_CONTROLS), ...builtInProfiles.flatMap(({ controls }) => controls.map(({ id }) => id))]),
];

/** A control's page in Markdown: what it asks, who asks for it, and which rules answer. */
export function controlPage(id: string, { asks, askedBy, profiles, rules: answering }: AskedControl): string {
  const rules = builtInRules.filter((rule) => answering.includes(rule.id));
  return [
    `# ${id}\n\n${asks}`,
    askedBy.length > 0 ? `**Shared by** ${askedBy.join(", ")}.` : `**In the profile** ${profiles.join(", ")}.`,
    rules.length === 0
      ? "No rule answers it: a document does."
      : `| rule | promise |\n| --- | --- |\n${rules.map((rule) => `| ${rule.id} | ${rule.title} |`).join("\n")}`,
  ]
    .join("\n\n")
    .concat("\n");
}
