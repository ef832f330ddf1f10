/** Checks of rules and of their parameters, by id. */

import type { Rule, RuleOptions } from "../rule/rule.ts";
import { familyOf } from "../rule/rule-family.ts";
import { nearest } from "../written/nearest.ts";
import { check, isRecord, type JsonSchema, list, program, shown, text, unknownKey, type Wrong } from "../written/shape.ts";
import { builtInRules } from "./index.ts";

type Parametrized = Pick<Rule, "id" | "options">;

export function isRule(value: unknown): value is Rule {
  return isRecord(value) && typeof value["id"] === "string" && typeof value["check"] === "function";
}

/** The type of a parameter is that of its default. */
function parameterSchema(standard: RuleOptions[string]): JsonSchema {
  if (Array.isArray(standard)) return { type: "array", items: { type: typeof standard[0] === "number" ? "number" : "string" } };
  return { type: Number.isInteger(standard) ? "integer" : typeof standard };
}

const optionsSchema = ({ options, title }: Rule): JsonSchema => ({
  description: title,
  type: "object",
  properties: Object.fromEntries(
    Object.entries(options).map(([key, standard]) => [key, { default: standard, ...parameterSchema(standard) }]),
  ),
  additionalProperties: false,
});

const families = [...new Set(builtInRules.map(({ id }) => id.split("/")[0]))];

/** Of the built-in families every id is known; a company's own ids are checked when its rules are at hand. */
const schema: JsonSchema = {
  type: "object",
  properties: Object.fromEntries(builtInRules.map((rule) => [rule.id, optionsSchema(rule)])),
  propertyNames: { anyOf: [{ enum: builtInRules.map(({ id }) => id) }, { pattern: `^(?!(?:${families.join("|")})/).+/.+$` }] },
  additionalProperties: { type: "object" },
};

export const parameters = check(schema, (value, at, wrong, given) => {
  if (!isRecord(value)) return wrong(at, `is ${shown(value)}`, "Write an object: rule id to parameters");
  const rules = [...builtInRules, ...(given.rules ?? [])];
  for (const [id, options] of Object.entries(value)) {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined)
      unknownKey(
        id,
        at,
        rules.map((one) => one.id),
        wrong,
      );
    else options !== undefined && optionsOf(rule, options, `${at}["${id}"]`, wrong);
  }
});

function optionsOf(rule: Parametrized, options: unknown, at: string, wrong: Wrong): void {
  if (!isRecord(options)) wrong(at, `is ${shown(options)}`, "Write an object");
  else for (const [key, value] of Object.entries(options)) if (value !== undefined) parameter(rule, key, value, at, wrong);
}

/** One parameter of a rule, in the type of its default. */
export function parameter(rule: Parametrized, key: string, value: unknown, at: string, wrong: Wrong): void {
  const standard = Object.hasOwn(rule.options, key) ? rule.options[key] : undefined;
  if (standard === undefined) unknownKey(key, at, Object.keys(rule.options), wrong);
  else if (typeof value !== typeof standard || Array.isArray(value) !== Array.isArray(standard))
    wrong(`${at}.${key}`, `is ${shown(value)}`, `Write something like the default, ${shown(standard)}`);
  else if (Number.isInteger(standard) && !Number.isSafeInteger(value))
    wrong(`${at}.${key}`, `is ${String(value)}`, `Write a whole number like the default, ${shown(standard)}`);
}

const builtInNames = [...new Set(builtInRules.flatMap(({ id }) => [id, familyOf(id)]))];

/** Ids of rules, or families. */
export const demands = check(
  { type: "array", items: { anyOf: [{ enum: builtInNames }, { type: "string", pattern: `^(?!(?:${families.join("|")})(?:/|$)).+` }] } },
  (value, at, wrong, given) => {
    list(text)(value, at, wrong, given);
    const own = (given.rules ?? []).flatMap(({ id }) => [id, familyOf(id)]);
    const known = [...new Set([...builtInNames, ...own])];
    for (const [i, name] of (value as readonly string[]).entries()) {
      if (known.includes(name)) continue;
      const [near] = nearest(name, known);
      wrong(
        `${at}[${i}]`,
        `names ${shown(name)}, which is no rule and no family of rules`,
        near === undefined ? "See docs/rules" : `Did you mean "${near}"?`,
      );
    }
  },
);

export const rules = check(undefined, (value, at, wrong, given) => {
  program(value, at, wrong, given);
  if (!Array.isArray(value)) return wrong(at, `is ${shown(value)}`, "Write a list of rules made with defineRule");
  const ids = new Set(builtInRules.map((rule) => rule.id));
  for (const [i, rule] of value.entries()) {
    if (!isRule(rule)) wrong(`${at}[${i}]`, "is no rule", "Make it with defineRule");
    else if (ids.has(rule.id))
      wrong(`${at}[${i}]`, `has the id ${rule.id}, which another rule has`, "Give it an id of its own, company/name");
    else ids.add(rule.id);
  }
});
