import { InputError } from "../errors.ts";
import { anyOperator, countries, operator, place } from "../profile/catalogue-checks.ts";
import { isProfile } from "../profile/profile.ts";
import { profiles } from "../profiles/named.ts";
import type { Rule } from "../rule/rule.ts";
import { demands, isRule, parameters, rules } from "../rules/rule-checks.ts";
import {
  anyText,
  check,
  day,
  ended,
  flag,
  type Given,
  isRecord,
  type JsonSchema,
  list,
  object,
  program,
  type Shape,
  table,
  text,
  type Wrong,
} from "../written/shape.ts";
import { ownApprovalOf, type Waiver } from "./waivers.ts";

/** @throws InputError that names the offending key, and the nearest valid one */
export function checkPolicy(input: unknown, origin: string, given: Given = {}): void {
  const wrong: Wrong = (at, what, fix) => {
    throw new InputError(`${origin}: ${at === "" ? "it" : at} ${what}. ${ended(fix)}`);
  };
  policy(input, "", wrong, { ...given, rules: [...(given.rules ?? []), ...ownRules(input)] });
}

/** Rules that come with the policy, so that its parameters and waivers may name them. */
function ownRules(input: unknown): readonly Rule[] {
  if (!isRecord(input)) return [];
  const base = isRecord(input["extends"]) ? input["extends"] : {};
  const named = [base["profiles"], input["profiles"]].flatMap((some) => (Array.isArray(some) ? some.filter(isProfile) : []));
  return [base["rules"], input["rules"], ...named.map((profile) => profile.rules)].flatMap((some) =>
    Array.isArray(some) ? some.filter(isRule) : [],
  );
}

const waiverRecord = object({
  rule: { check: text, required: true, says: "Id of the rule that it waives." },
  address: { check: text, required: true, says: "The subject's whole address, as the report prints it: no wildcards." },
  path: { check: text, says: "The attribute path of the finding." },
  value: { check: text, says: "The value of the finding: another value is refused again." },
  reason: { check: text, required: true, says: "Why it is accepted for a time." },
  owner: { check: text, required: true, says: "Who answers for the risk." },
  approver: { check: text, required: true, says: "Who accepted it; for residency and jurisdiction somebody other than the owner." },
  from: { check: day, says: "First day; without it, the day of judging." },
  until: { check: day, required: true, says: "Last day: at most 90 days after the first." },
});

const waiver = check(waiverRecord.schema, (value, at, wrong, given) => {
  waiverRecord(value, at, wrong, given);
  const fault = ownApprovalOf(value as Waiver);
  if (fault !== undefined) wrong(at, fault.message, `To mend it, ${fault.remedy}`);
});

const operators = object({
  seat: { check: countries, says: "Where the company must have its seat; without it, in the approved countries." },
  control: { check: countries, says: "Where whoever controls it in the end must sit; without it, in the approved countries." },
  only: { check: list(operator), says: "Nobody but these." },
  also: { check: list(operator), says: "These as well, wherever they sit." },
  never: { check: list(anyOperator), says: "Never these, wherever they sit." },
});

const POLICY: Shape = {
  name: { check: text, says: "Stands in every report." },
  extends: { check: program, says: "A policy to start from." },
  countries: { check: countries, says: "Where resources may be: a bloc, or ISO 3166-1 codes. Without it, the European Union." },
  operators: { check: operators, says: "Whose clouds may be used." },
  places: { check: list(place), says: "Nothing but these, ovh:GRA11." },
  profiles: { check: profiles, says: "Frameworks that the infrastructure is judged by as well; each narrows the policy." },
  endpoints: { check: list(text), says: "Hosts that may be called beyond those that the catalogue knows in approved places." },
  registries: { check: list(text), says: "Provider registries that may be trusted, beyond the two public ones." },
  backends: {
    check: object({ local: { check: flag, says: "Accept state in clear in a file on the machine that runs." } }),
    says: "Where state may be kept, beyond stores in approved places.",
  },
  environment: {
    check: table(anyText),
    says: "Environment variables that every run is known to set, with an empty text those that none sets.",
  },
  located: {
    check: table(place),
    says: "Where things are that are named by an id only, and hosts whose name says no place: id or host to place.",
  },
  demands: { check: demands, says: "Rules that this policy asks for beyond those that every policy does: ids, or whole families." },
  parameters: { check: parameters, says: "Parameters of rules, by rule id." },
  rules: { check: rules, says: "The company's own rules." },
  waivers: { check: list(waiver), says: "Exceptions, each to one rule at one address, for at most 90 days." },
};

const policy = object(POLICY);

/** The form of a policy in JSON, as the package ships it: what an editor checks while a person writes. */
export function policySchema(): JsonSchema {
  const { properties, ...rest } = policy.schema ?? {};
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A policy of Terroir",
    description: "Which places and operators are approved, and which protections are demanded.",
    ...rest,
    properties: { $schema: { type: "string", description: "Address of this schema, for the editor." }, ...(properties as object) },
  };
}
