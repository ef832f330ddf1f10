import { isClosed, isCountryCode, operatorIds, operatorOn, today } from "../catalogue/index.ts";
import { unknownCloud } from "../clouds/contract/unknown-cloud.ts";
import { CLOUD_FACTS, cloudFacts } from "../clouds/facts.ts";
import { InputError } from "./errors.ts";
import { nearest } from "./nearest.ts";
import { nearestApproved, regionOf } from "./regions.ts";
import type { Rule } from "./rule.ts";
import { familyOf } from "./rule-family.ts";
import { builtInRules } from "./rules/index.ts";

interface Given {
  readonly rules?: readonly Rule[];
  /** It was read from a file: what only a program can say is an error. */
  readonly json?: boolean;
}

type Check = (value: unknown, at: string, wrong: Wrong, given: Given) => void;
type Wrong = (at: string, what: string, fix: string) => never;

/** @throws InputError that names the offending key, and the nearest valid one */
export function checkPolicy(input: unknown, origin: string, given: Given = {}): void {
  const wrong: Wrong = (at, what, fix) => {
    throw new InputError(`${origin}: ${at === "" ? "it" : at} ${what}. ${fix}.`);
  };
  object(POLICY)(input, "", wrong, { ...given, rules: [...(given.rules ?? []), ...ownRules(input)] });
}

/** Rules that come with the policy, so that its parameters and waivers may name them. */
function ownRules(input: unknown): readonly Rule[] {
  if (!isRecord(input)) return [];
  const base = isRecord(input["extends"]) ? input["extends"]["rules"] : undefined;
  return [base, input["rules"]].flatMap((rules) => (Array.isArray(rules) ? rules.filter(isRule) : []));
}

const text: Check = (value, at, wrong) => {
  if (typeof value !== "string" || value.trim() === "") wrong(at, `is ${shown(value)}`, "Write a text");
};
/** An empty text says that no run sets the variable. */
const anyText: Check = (value, at, wrong) => {
  if (typeof value !== "string") wrong(at, `is ${shown(value)}`, "Write a text, empty for a variable that no run sets");
};
const flag: Check = (value, at, wrong) => {
  if (typeof value !== "boolean") wrong(at, `is ${shown(value)}`, "Write true or false");
};
const list =
  (each: Check): Check =>
  (value, at, wrong, given) => {
    if (!Array.isArray(value)) wrong(at, `is ${shown(value)}`, "Write a list");
    else for (const [i, member] of value.entries()) each(member, `${at}[${i}]`, wrong, given);
  };
const table =
  (each: Check): Check =>
  (value, at, wrong, given) => {
    if (!isRecord(value)) wrong(at, `is ${shown(value)}`, "Write an object");
    else for (const [key, member] of Object.entries(value)) each(member, `${at}.${key}`, wrong, given);
  };
const place: Check = (value, at, wrong) => {
  const [, cloud = "", code = ""] = typeof value === "string" ? (/^([a-z0-9-]+):(.+)$/.exec(value) ?? []) : [];
  if (cloud === "") wrong(at, `is ${shown(value)}`, "Write a place as cloud:region, ovh:GRA11");
  const facts = cloudFacts(cloud);
  if (facts === undefined)
    wrong(
      at,
      `names ${shown(value)}`,
      unknownCloud(
        cloud,
        CLOUD_FACTS.map((one) => one.cloud),
      ).replace(/\.$/, ""),
    );
  else if (regionOf(facts, code) === undefined)
    wrong(
      at,
      `names ${shown(value)}, and ${cloud} has no such region`,
      `Did you mean ${nearestApproved(facts, code, () => true).join(", ")}?`,
    );
};

/** An id of the catalogue: a misspelt one would forbid nobody. */
const anyOperator: Check = (value, at, wrong) => {
  text(value, at, wrong, {});
  if (operatorOn(String(value), today()) !== undefined) return;
  const [near] = nearest(String(value), operatorIds());
  wrong(
    at,
    `names the operator ${shown(value)}, which the catalogue does not know`,
    near === undefined ? "See terroir regions" : `Did you mean "${near}"?`,
  );
};
/** One that is closed gets a plain answer, since nothing can be built there. */
const operator: Check = (value, at, wrong, given) => {
  anyOperator(value, at, wrong, given);
  const known = operatorOn(String(value), today());
  if (known?.closed !== undefined && isClosed(known))
    wrong(
      at,
      `names ${known.name}, which closed on ${known.closed.on}: ${known.closed.because}`,
      `Go to ${known.closed.instead.join(", ")}`,
    );
};
const day: Check = (value, at, wrong) => {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) wrong(at, `is ${shown(value)}`, "Write a day as YYYY-MM-DD");
};

const BLOCS = ["eu", "eea", "adequate"];
const countries: Check = (value, at, wrong) => {
  if (typeof value === "string" && BLOCS.includes(value)) return;
  if (!Array.isArray(value)) wrong(at, `is ${shown(value)}`, `Write ${BLOCS.join(", ")}, or a list of ISO country codes`);
  else
    for (const code of value)
      if (typeof code !== "string" || !isCountryCode(code))
        wrong(at, `names ${shown(code)}, which is no country that the catalogue knows`, "Write ISO 3166-1 codes in capitals, FR");
};

interface Shape {
  readonly [key: string]: { readonly check: Check; readonly required?: true };
}

const object =
  (shape: Shape): Check =>
  (value, at, wrong, given) => {
    if (!isRecord(value)) return wrong(at, `is ${shown(value)}`, `Write an object with the keys ${Object.keys(shape).join(", ")}`);
    for (const key of Object.keys(value)) {
      const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (field === undefined) unknownKey(key, at, Object.keys(shape), wrong);
      else if (value[key] !== undefined) field.check(value[key], at === "" ? key : `${at}.${key}`, wrong, given);
    }
    for (const [key, { required }] of Object.entries(shape))
      if (required && value[key] === undefined) wrong(at, `has no ${key}`, `Add ${key}`);
  };

function unknownKey(key: string, at: string, known: readonly string[], wrong: Wrong): never {
  const [near] = nearest(key, known);
  return wrong(
    at,
    `has the unknown key "${key}"`,
    near === undefined ? `The keys are ${known.join(", ")}` : `Did you mean "${near}"? The keys are ${known.join(", ")}`,
  );
}

const parameters: Check = (value, at, wrong, given) => {
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
};

function optionsOf(rule: Rule, options: unknown, at: string, wrong: Wrong): void {
  if (!isRecord(options)) wrong(at, `is ${shown(options)}`, "Write an object");
  for (const [key, value] of Object.entries(options)) {
    const standard = Object.hasOwn(rule.options, key) ? rule.options[key] : undefined;
    if (standard === undefined) unknownKey(key, at, Object.keys(rule.options), wrong);
    else if (value !== undefined && (typeof value !== typeof standard || Array.isArray(value) !== Array.isArray(standard)))
      wrong(`${at}.${key}`, `is ${shown(value)}`, `Write something like the default, ${shown(standard)}`);
    else if (Number.isInteger(standard) && !Number.isSafeInteger(value))
      wrong(`${at}.${key}`, `is ${String(value)}`, `Write a whole number like the default, ${shown(standard)}`);
  }
}

const demands: Check = (value, at, wrong, given) => {
  list(text)(value, at, wrong, given);
  const ids = [...builtInRules, ...(given.rules ?? [])].map((rule) => rule.id);
  const known = [...new Set([...ids, ...ids.map(familyOf)])];
  for (const [i, name] of (value as readonly string[]).entries()) {
    if (known.includes(name)) continue;
    const [near] = nearest(name, known);
    wrong(
      `${at}[${i}]`,
      `names ${shown(name)}, which is no rule and no family of rules`,
      near === undefined ? "See docs/rules" : `Did you mean "${near}"?`,
    );
  }
};

const program: Check = (_value, at, wrong, { json }) => {
  if (json) wrong(at, "cannot be said in JSON", "Write the policy as terroir.policy.ts");
};

const rules: Check = (value, at, wrong, given) => {
  program(value, at, wrong, given);
  if (!Array.isArray(value)) return wrong(at, `is ${shown(value)}`, "Write a list of rules made with defineRule");
  const ids = new Set(builtInRules.map((rule) => rule.id));
  for (const [i, rule] of value.entries()) {
    if (!isRule(rule)) wrong(`${at}[${i}]`, "is no rule", "Make it with defineRule");
    else if (ids.has(rule.id))
      wrong(`${at}[${i}]`, `has the id ${rule.id}, which another rule has`, "Give it an id of its own, company/name");
    else ids.add(rule.id);
  }
};

const waiver = object({
  rule: { check: text, required: true },
  address: { check: text, required: true },
  path: { check: text },
  value: { check: text },
  reason: { check: text, required: true },
  owner: { check: text, required: true },
  approver: { check: text, required: true },
  from: { check: day },
  until: { check: day, required: true },
});

const operators = object({
  seat: { check: countries },
  control: { check: countries },
  only: { check: list(operator) },
  also: { check: list(operator) },
  never: { check: list(anyOperator) },
});

const POLICY: Shape = {
  name: { check: text },
  extends: { check: program },
  countries: { check: countries },
  operators: { check: operators },
  places: { check: list(place) },
  endpoints: { check: list(text) },
  registries: { check: list(text) },
  backends: { check: object({ local: { check: flag } }) },
  environment: { check: table(anyText) },
  located: { check: table(place) },
  demands: { check: demands },
  parameters: { check: parameters },
  rules: { check: rules },
  waivers: { check: list(waiver) },
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRule(value: unknown): value is Rule {
  return isRecord(value) && typeof value["id"] === "string" && typeof value["check"] === "function";
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return value === undefined ? "not there" : (JSON.stringify(value) ?? typeof value);
}
