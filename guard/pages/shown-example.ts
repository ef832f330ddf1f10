import type { Rule } from "../rule/rule.ts";
import type { Json } from "../values/json.ts";
import { isObject } from "../values/term.ts";

/** An example as a page shows it, and the sources of providers that it does without. */
export interface ShownExample {
  readonly text: string;
  readonly sources: readonly string[];
}

/** Width of a line of a page's code. */
const WIDTH = 100;

/**
 * An example without what every configuration has and the rule does not look at: where its providers come from. A rule on providers is shown all of it.
 */
export function shownExample({ on }: Pick<Rule, "on">, example: Json): ShownExample {
  const whole = { text: wide(example, ""), sources: [] };
  if ([on].flat().includes("provider") || !isObject(example)) return whole;
  const { terraform, ...rest } = example as { readonly [key: string]: Json };
  if (!isObject(terraform) || !isObject(terraform["required_providers"])) return whole;
  const { required_providers: required, ...settings } = terraform as { readonly [key: string]: Json };
  const sources = Object.values(required as { readonly [name: string]: Json }).flatMap((one) =>
    isObject(one) && typeof one["source"] === "string" ? [one["source"]] : [],
  );
  return { text: wide(Object.keys(settings).length === 0 ? rest : { terraform: settings, ...rest }, ""), sources };
}

/** JSON of which every object and list stands on one line where it fits. */
function wide(json: Json, indent: string, before = 0): string {
  const flat = oneLine(json);
  if (typeof json !== "object" || json === null || indent.length + before + flat.length <= WIDTH) return flat;
  const deeper = `${indent}  `;
  if (Array.isArray(json)) return `[\n${json.map((one) => `${deeper}${wide(one, deeper)}`).join(",\n")}\n${indent}]`;
  const members = Object.entries(json).map(([name, value]) => {
    const key = `${JSON.stringify(name)}: `;
    return `${deeper}${key}${wide(value, deeper, key.length)}`;
  });
  return `{\n${members.join(",\n")}\n${indent}}`;
}

function oneLine(json: Json): string {
  if (typeof json !== "object" || json === null) return JSON.stringify(json);
  if (Array.isArray(json)) return `[${json.map(oneLine).join(", ")}]`;
  const members = Object.entries(json).map(([name, value]) => `${JSON.stringify(name)}: ${oneLine(value)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
