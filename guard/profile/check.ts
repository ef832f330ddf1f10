import { InputError } from "../errors.ts";
import { builtInRules } from "../rules/index.ts";
import { isRule, parameter } from "../rules/rule-checks.ts";
import { nearest } from "../written/nearest.ts";
import { check, day, ended, isRecord, list, object, shown, text, unknownKey, type Wrong } from "../written/shape.ts";
import { isBound, type OptionValue } from "./bounds.ts";
import { anyOperator, countries, operator, place } from "./catalogue-checks.ts";
import { isProfile } from "./profile.ts";

const anything = check(undefined, () => {});

const ids = builtInRules.map(({ id }) => id);

const rules = check(undefined, (value, at, wrong) => {
  if (!Array.isArray(value)) return wrong(at, `is ${shown(value)}`, "Write a list of rules and of rule ids");
  for (const [i, one] of value.entries()) {
    if (isRule(one)) continue;
    if (typeof one !== "string") wrong(`${at}[${i}]`, "is no rule", "Make it with defineRule, or name a built-in one by its id");
    else if (!ids.includes(one)) {
      const [near] = nearest(one, ids);
      const own = "A rule of your own is given itself, and not its id: rules: [tagged]";
      wrong(
        `${at}[${i}]`,
        `names the rule "${one}", and the guard has none of that id`,
        near === undefined ? own : `Did you mean "${near}"? ${own}`,
      );
    }
  }
});

const bases = check(undefined, (value, at, wrong) => {
  for (const one of [value].flat())
    if (!isProfile(one)) wrong(at, `is ${shown(one)}`, 'Give it profiles: what defineProfile made, or profileNamed("secnumcloud")');
});

const profile = object({
  name: { check: text, required: true, says: "Id of the profile, acme/treasury." },
  title: { check: text, says: "What reports call it." },
  version: { check: text, says: "Its version." },
  date: { check: day, says: "Day of the version." },
  extends: { check: bases, says: "Profiles to start from." },
  countries: { check: countries, says: "Where resources may be." },
  operators: {
    check: object({
      seat: { check: countries, says: "Where operators must have their seat." },
      control: { check: countries, says: "Where whoever controls them must sit." },
      only: { check: list(operator), says: "Nobody but these." },
      never: { check: list(anyOperator), says: "Never these." },
    }),
    says: "Whose clouds may be used.",
  },
  places: { check: list(place), says: "Nothing but these." },
  rules: { check: rules, says: "Rules that are added or demanded." },
  parameters: { check: anything, says: "Parameters of rules." },
  controls: { check: anything, says: "Further controls." },
});

/** @throws InputError that names what is wrong, and the nearest that is right */
export function checkProfile(input: unknown): void {
  const name = isRecord(input) && typeof input["name"] === "string" ? `the profile ${input["name"]}` : "the profile";
  const wrong: Wrong = (at, what, fix) => {
    throw new InputError(`${name}: ${at === "" ? "it" : at} ${what}. ${ended(fix)}`);
  };
  profile(input, "", wrong, {});
  if (!isRecord(input)) return;
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(String(input["name"])))
    wrong("name", `is ${shown(input["name"])}`, "Write company/name in small letters, acme/treasury");
  parametersOf(input, wrong);
}

function parametersOf({ parameters, rules: own }: Readonly<Record<string, unknown>>, wrong: Wrong): void {
  if (parameters === undefined) return;
  if (!isRecord(parameters)) wrong("parameters", `is ${shown(parameters)}`, "Write an object: rule id to parameters");
  const known = [...builtInRules, ...(Array.isArray(own) ? own.filter(isRule) : [])];
  for (const [id, options] of Object.entries(isRecord(parameters) ? parameters : {})) {
    const rule = known.find((one) => one.id === id);
    const at = `parameters["${id}"]`;
    if (rule === undefined)
      unknownKey(
        id,
        "parameters",
        known.map((one) => one.id),
        wrong,
      );
    else if (!isRecord(options)) wrong(at, `is ${shown(options)}`, "Write an object");
    else for (const [key, value] of Object.entries(options)) for (const one of valuesOf(value)) parameter(rule, key, one, at, wrong);
  }
}

const valuesOf = (value: unknown): readonly unknown[] =>
  isBound(value) ? (value.is === "among" ? (value.values as readonly OptionValue[]) : [value.value]) : [value];
