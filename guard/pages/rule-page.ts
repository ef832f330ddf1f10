import type { Rule } from "../rule/rule.ts";
import { controlOf, controlsAsking } from "./control-page.ts";

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
    section("Avoid", "Refused: it is outside.", examples.fails),
    section("Unclear", "Refused: it cannot be known.", examples.undecided ?? {}),
    section("Prefer", "Accepted.", examples.passes),
    `## An exception\n\nAmong the \`waivers\` of the policy file, or \`waive("${id}", { … })\` in a program:\n\n\`\`\`json\n{ "rule": "${id}", "address": "…", "value": "…", "reason": "…", "owner": "…", "approver": "…", "until": "YYYY-MM-DD" }\n\`\`\``,
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function section(heading: string, meaning: string, examples: Readonly<Record<string, unknown>>): string {
  const all = Object.entries(examples).map(
    ([name, example]) => `### ${capital(name)}\n\n\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\``,
  );
  return all.length === 0 ? "" : [`## ${heading}`, meaning, ...all].join("\n\n");
}

/** A number alone says nothing to whoever does not know the framework by heart. */
function asker(id: string): string {
  const asked = controlOf(id);
  return asked === undefined ? `- ${id}` : `- ${id}: ${asked.asks}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
