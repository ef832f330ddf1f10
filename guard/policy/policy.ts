import type { Approvals, BackendApprovals, Countries, OperatorApprovals } from "../approvals/approvals.ts";
import type { Profile } from "../profile/profile.ts";
import { profileNamed } from "../profiles/named.ts";
import type { Rule, RuleOptions } from "../rule/rule.ts";
import type { BuiltInRules } from "../rules/index.ts";
import { isRecord } from "../written/shape.ts";
import { checkPolicy } from "./policy-check.ts";
import { fromFile, type Waiver } from "./waivers.ts";

/** Parameters by rule id: those of the built-in rules are typed. */
export type Parameters = { readonly [Id in keyof BuiltInRules]?: Partial<BuiltInRules[Id]["options"]> } & {
  readonly [id: string]: RuleOptions | undefined;
};

/** What a company writes. Everything is optional: an empty policy is the default one. */
export interface PolicyInput {
  /** @default "eu" */
  readonly name?: string;
  /** A policy to start from; what stands here takes the place of what stands there, rules and waivers are added. */
  readonly extends?: Policy;
  /** Where resources may be: a bloc, or countries one by one. @default "eu" */
  readonly countries?: Countries;
  /** Whose clouds may be used. @default those with seat and ultimate control in the approved countries */
  readonly operators?: OperatorApprovals;
  /** Nothing but these places, `ovh:GRA11`. @default every region in the approved countries */
  readonly places?: readonly string[];
  /** Frameworks that the infrastructure is judged by as well: ids of built-in profiles, or the company's own. Each narrows the policy, none widens it. @default none */
  readonly profiles?: readonly (string | Profile)[];
  /** Hosts that may be called or sent to, beyond those that the catalogue knows in approved places. @default none */
  readonly endpoints?: readonly string[];
  /** Provider registries that may be trusted, beyond the two public ones. @default none */
  readonly registries?: readonly string[];
  /** Where state may be kept, beyond stores in approved places. */
  readonly backends?: BackendApprovals;
  /** Environment variables that every run is known to set: a provider that reads one is judged by it. @default none */
  readonly environment?: Readonly<Record<string, string>>;
  /** Where things are that are named by a literal id, and hosts whose name says no place: id or host → `ovh:GRA11`. @default none */
  readonly located?: Readonly<Record<string, string>>;
  /**
   * Rules that every policy may leave out and this one asks for: ids, `resilience/versioning`, or whole families, `resilience`. A rule whose parameters
   * are set is demanded as well.
   * @default none
   */
  readonly demands?: readonly string[];
  /** Parameters of rules, by rule id. */
  readonly parameters?: Parameters;
  /** The company's own rules, added to the built-in ones. */
  readonly rules?: readonly Rule[];
  readonly waivers?: readonly Waiver[];
}

/** Which places and operators are approved, and which protections are demanded. */
export interface Policy extends Approvals {
  readonly demands: readonly string[];
  readonly parameters: Readonly<Record<string, RuleOptions | undefined>>;
  readonly rules: readonly Rule[];
  readonly waivers: readonly Waiver[];
  /** Frameworks that the infrastructure is judged by as well. */
  readonly profiles: readonly Profile[];
}

/**
 * Makes a policy. Unknown keys are errors, in TypeScript and at run time.
 *
 * @throws InputError that names the key and the nearest valid one
 */
export function definePolicy(input: PolicyInput): Policy {
  checkPolicy(input, "the policy");
  const base = input.extends;
  return {
    name: input.name ?? base?.name ?? "eu",
    countries: input.countries ?? base?.countries ?? "eu",
    operators: input.operators ?? base?.operators ?? {},
    ...definedPlaces(input.places ?? base?.places),
    endpoints: input.endpoints ?? base?.endpoints ?? [],
    registries: input.registries ?? base?.registries ?? [],
    backends: input.backends ?? base?.backends ?? {},
    environment: input.environment ?? base?.environment ?? {},
    located: input.located ?? base?.located ?? {},
    demands: [...new Set([...(base?.demands ?? []), ...(input.demands ?? [])])],
    parameters: { ...base?.parameters, ...input.parameters },
    rules: [...(base?.rules ?? []), ...(input.rules ?? [])],
    waivers: [...(base?.waivers ?? []), ...(input.waivers ?? [])],
    profiles: distinct([...(base?.profiles ?? []), ...(input.profiles ?? []).map((one) => profileNamed(one))]),
  };
}

const distinct = (profiles: readonly Profile[]): readonly Profile[] => [...new Map(profiles.map((one) => [one.id, one])).values()];

const definedPlaces = (places: readonly string[] | undefined) => (places === undefined ? {} : { places });

/** The policy without a file: the 27 countries of the Union, and operators that sit there and are controlled from there. */
export const defaultPolicy: Policy = Object.freeze({
  name: "eu",
  countries: "eu",
  operators: Object.freeze({}),
  endpoints: Object.freeze([]),
  registries: Object.freeze([]),
  backends: Object.freeze({}),
  environment: Object.freeze({}),
  located: Object.freeze({}),
  demands: Object.freeze([]),
  parameters: Object.freeze({}),
  rules: Object.freeze([]),
  waivers: Object.freeze([]),
  profiles: Object.freeze([]),
});

/** What a company has that a policy in JSON may name. */
export interface PolicyCompany {
  /** What messages call the file. @default "the policy" */
  readonly origin?: string;
  readonly rules?: readonly Rule[];
  readonly profiles?: readonly Profile[];
}

/**
 * A policy in JSON: the same keys, without `extends` and `rules`, which are programs.
 *
 * @param more the company's own rules and profiles, which the file may name
 * @throws InputError that names the key and the nearest valid one
 */
export function parsePolicy(json: unknown, more: PolicyCompany = {}): Policy {
  const { origin = "the policy", rules = [], profiles = [] } = more;
  const all = [...rules, ...profiles.flatMap((profile) => profile.rules)];
  const { $schema: _, ...input } = isRecord(json) ? json : { $schema: "" };
  checkPolicy(isRecord(json) ? input : json, origin, { rules: all, profiles, json: true });
  const { profiles: named = [], ...rest } = input as PolicyInput;
  const policy = definePolicy({
    ...rest,
    ...(named.length > 0 && { profiles: named.map((one) => profileNamed(one, profiles)) }),
    ...(rules.length > 0 && { rules }),
  });
  return fromFile(policy);
}
