import type { Rule } from "../rule/rule.ts";
import type { Json } from "../values/json.ts";
import { controlOf, controlsAsking } from "./control-page.ts";
import { shownExample } from "./shown-example.ts";

/** A rule's page in Markdown, from the rule alone: promise, reason, parameters, what to avoid and what to write. */
export function rulePage(rule: Rule): string {
  const { id, title, why, level, within, options, on, examples } = rule;
  const controls = controlsAsking(rule);
  const parameters = Object.entries(options).map(([name, value]) => `| \`${name}\` | \`${JSON.stringify(value)}\` |`);
  return [
    `# ${id}\n\n${title}.`,
    `**Why.** ${why}`,
    `**Judges** ${(typeof on === "string" ? [on] : on).join(", ")}.`,
    controls.length === 0 ? "" : `**Asked for by**\n\n${controls.map(asker).join("\n")}`,
    level === "demanded"
      ? ""
      : `**On request.** The policy asks for it with \`demands: ["${id}"]\`, with its family, with a parameter of it, or with a profile that holds it. Without that it is listed as not applied.`,
    within === undefined ? "" : `**Part of** \`${within}\`, which says it where both are asked for.`,
    parameters.length > 0
      ? `## Parameters\n\nSet them in the policy: \`parameters: { "${id}": { … } }\`.\n\n| parameter | default |\n| --- | --- |\n${parameters.join("\n")}`
      : "",
    section(rule, "Avoid", "Refused: it is outside.", examples.fails),
    section(rule, "Unclear", "Refused: it cannot be known.", examples.undecided ?? {}),
    section(rule, "Prefer", "Accepted.", examples.passes),
    leftOut(rule),
    `## An exception\n\nAmong the \`waivers\` of the policy file, or \`waive("${id}", { … })\` in a program:\n\n\`\`\`json\n{ "rule": "${id}", "address": "…", "value": "…", "reason": "…", "owner": "…", "approver": "…", "until": "YYYY-MM-DD" }\n\`\`\``,
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function section(rule: Rule, heading: string, meaning: string, examples: Readonly<Record<string, unknown>>): string {
  const all = Object.entries(examples).map(
    ([name, example]) => `### ${capital(name)}\n\n\`\`\`json\n${shownExample(rule, example as Json).text}\n\`\`\``,
  );
  return all.length === 0 ? "" : [`## ${heading}`, meaning, ...all].join("\n\n");
}

/** What the examples above do without, for whoever runs one. */
function leftOut(rule: Rule): string {
  const { passes, fails, undecided = {} } = rule.examples;
  const all = [passes, fails, undecided].flatMap((some) => Object.values(some as Readonly<Record<string, Json>>));
  const sources = [...new Set(all.flatMap((example) => shownExample(rule, example).sources))].sort();
  return sources.length === 0
    ? ""
    : `The examples leave out \`terraform.required_providers\`, which names ${sources.map((one) => `\`${one}\``).join(", ")}.`;
}

/** A number alone says nothing to whoever does not know the framework by heart. */
function asker(id: string): string {
  const asked = controlOf(id);
  return asked === undefined ? `- ${id}` : `- ${id}: ${asked.asks}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
