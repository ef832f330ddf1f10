import { type IsoDate, today } from "../../catalogue/index.ts";
import type { Rule } from "../rule/rule.ts";
import { type Bound, exactly, isBound, type OptionValue } from "./bounds.ts";
import { checkProfile } from "./check.ts";
import { common } from "./narrow.ts";
import type { Control, Narrowing, OperatorNarrowing, Profile } from "./profile.ts";

/** What a company writes. A profile narrows: what it extends still holds, and so does the policy under which it is used. */
export interface ProfileInput extends Narrowing {
  /** `acme/treasury`. */
  readonly name: string;
  /** @default the name */
  readonly title?: string;
  /** @default "1" */
  readonly version?: string;
  /** Day of the version. @default today */
  readonly date?: IsoDate;
  /** Profiles to start from; their controls are kept. @default none */
  readonly extends?: Profile | readonly Profile[];
  /** The company's own rules, which are added, and ids of built-in ones, which are demanded. @default none */
  readonly rules?: readonly (Rule | string)[];
  /** Parameters by rule id: a plain value is demanded exactly; `atLeast(30)`, `atMost(90)` and `among(…)` leave room to do better. @default none */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, Bound | OptionValue>>>>;
  /** Further controls, in the company's own numbering. @default none */
  readonly controls?: readonly Control[];
}

/**
 * Makes a company's profile.
 *
 * @throws InputError that names an unknown key, rule or parameter, and the nearest that exists
 *
 * @example
 * const treasury = defineProfile({
 *   name: "acme/treasury",
 *   places: ["ovh:GRA11", "ovh:SBG5"],
 *   rules: ["encryption/at-rest"],
 *   parameters: { "encryption/at-rest": { accept: among("claimed", "proved") } },
 * });
 * const policy = definePolicy({ name: "acme", profiles: ["gdpr-chapter-v", treasury] });
 */
export function defineProfile(input: ProfileInput): Profile {
  checkProfile(input);
  const { name, version = "1", date = today(), title = name } = input;
  const bases = [input.extends ?? []].flat() as readonly Profile[];
  const rules = input.rules ?? [];
  const demanded = rules.map((rule) => (typeof rule === "string" ? rule : rule.id));
  const ids = [...new Set([...demanded, ...Object.keys(input.parameters ?? {})])];
  return {
    id: name,
    title,
    version,
    date,
    status: "company",
    decidedBy: "whoever answers for it in the company",
    source: `the company's own profile ${name}`,
    seen: date,
    ...narrowest([...bases, input]),
    controls: [
      ...bases.flatMap((base) => base.controls),
      ...(input.controls ?? []),
      ...ids.map((id) => ruleControl(name, id, input.parameters?.[id] ?? {})),
    ],
    rules: [...bases.flatMap((base) => base.rules), ...rules.filter((rule): rule is Rule => typeof rule !== "string")],
    extends: [...new Set(bases.flatMap((base) => [base.id, ...base.extends]))],
  };
}

/** A demand of the company's own is a control under its rule's id. */
function ruleControl(name: string, id: string, parameters: Readonly<Record<string, Bound | OptionValue>>): Control {
  const demands = Object.entries(parameters).map(([key, value]) => [key, isBound(value) ? value : exactly(value)] as const);
  return { id: `${name}:${id}`, asks: `The rule ${id} holds.`, rules: { [id]: Object.fromEntries(demands) } };
}

/** What all of several narrowings leave. */
function narrowest(all: readonly Narrowing[]): Narrowing {
  const countries = both(all.map((one) => one.countries));
  const [seat, control] = [both(all.map((one) => one.operators?.seat)), both(all.map((one) => one.operators?.control))];
  const only = shared(all.map((one) => one.operators?.only));
  const places = shared(all.map((one) => one.places));
  const never = [...new Set(all.flatMap((one) => one.operators?.never ?? []))];
  const operators: OperatorNarrowing = {
    ...(seat !== undefined && { seat }),
    ...(control !== undefined && { control }),
    ...(only !== undefined && { only }),
    ...(never.length > 0 && { never }),
  };
  return {
    ...(countries !== undefined && { countries }),
    ...(Object.keys(operators).length > 0 && { operators }),
    ...(places !== undefined && { places }),
  };
}

function both(all: readonly (Narrowing["countries"] | undefined)[]): Narrowing["countries"] | undefined {
  return all.reduce((a, b) => (a === undefined ? b : b === undefined ? a : common(a, b, today())), undefined);
}

function shared(all: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return all.reduce((a, b) => (a === undefined ? b : b === undefined ? a : a.filter((one) => b.includes(one))), undefined);
}
