/** A policy under its profiles, and a profile without the policy's own demands. */
import { COUNTRIES, type CountryCode, type IsoDate } from "../../catalogue/index.ts";
import type { Knowledge } from "../hearing/knowledge.ts";
import { type Demand, underDemands } from "../profile/bounds.ts";
import { narrowed } from "../profile/narrow.ts";
import { type Profile, rulesOf } from "../profile/profile.ts";
import type { RuleOptions } from "../rule/rule.ts";
import { builtInRules } from "../rules/index.ts";
import type { Policy } from "./policy.ts";

const demandsOf = (profile: Profile): readonly Demand[] =>
  profile.controls.flatMap(({ rules = {} }) =>
    Object.entries(rules).flatMap(([rule, demands]) =>
      Object.entries(demands).map(([parameter, bound]) => ({ by: profile.id, rule, parameter, bound })),
    ),
  );

function defaultsOf(policy: Policy): (rule: string) => RuleOptions {
  const all = [...builtInRules, ...policy.rules, ...policy.profiles.flatMap((profile) => profile.rules)];
  return (rule) => all.find(({ id }) => id === rule)?.options ?? {};
}

/**
 * What a policy approves and demands when its profiles hold as well, on a day. Every profile narrows; none of them can widen.
 *
 * @throws InputError when they leave nothing, or contradict each other
 */
export function underProfiles(policy: Policy, day: IsoDate, knowledge: Knowledge): Policy {
  if (policy.profiles.length === 0) return policy;
  const narrow = policy.profiles.reduce((rest, profile) => narrowed(rest, profile, knowledge, day), policy);
  return {
    ...narrow,
    demands: [...new Set([...policy.demands, ...policy.profiles.flatMap(rulesOf)])],
    parameters: underDemands(policy.parameters, defaultsOf(policy), policy.profiles.flatMap(demandsOf)),
  };
}

const EVERYWHERE = Object.keys(COUNTRIES) as readonly CountryCode[];

/**
 * A policy that demands what one profile demands, and no more: its geography, its parameters. What the policy knows of the environment stays, and so
 * do its waivers; where the profile says nothing about geography, the policy is what the company has declared.
 */
export function alone(profile: Profile, policy: Policy): Policy {
  const { countries, operators, places } = profile;
  const { places: declared, ...rest } = policy;
  const own = new Set(rulesOf(profile));
  const demands = demandsOf(profile);
  // The company's own value of what the profile bounds may be stricter, and is left out: it is not the profile's.
  const kept = (rule: string, options: RuleOptions): RuleOptions =>
    Object.fromEntries(Object.entries(options).filter(([key]) => !demands.some((one) => one.rule === rule && one.parameter === key)));
  const parameters = Object.fromEntries(
    Object.entries(policy.parameters).flatMap(([id, options]) => (own.has(id) && options !== undefined ? [[id, kept(id, options)]] : [])),
  );
  return {
    ...rest,
    ...(places !== undefined ? { places } : countries === undefined && declared !== undefined && { places: declared }),
    name: profile.id,
    countries: countries ?? policy.countries,
    operators:
      operators === undefined
        ? { seat: policy.operators.seat ?? policy.countries, control: policy.operators.control ?? policy.countries, ...policy.operators }
        : { ...operators, seat: operators.seat ?? EVERYWHERE, control: operators.control ?? EVERYWHERE },
    parameters: underDemands(parameters, () => ({}), demands),
    rules: [...policy.rules, ...profile.rules.filter(({ id }) => !policy.rules.some((rule) => rule.id === id))],
    profiles: [],
  };
}
