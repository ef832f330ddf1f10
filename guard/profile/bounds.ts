/** How strict a profile is about a rule's parameter. A bound can only make a policy's own value stricter. */
import { InputError } from "../errors.ts";
import type { RuleOptions } from "../rule/rule.ts";

export type OptionValue = RuleOptions[string];

/** What a profile demands of one parameter. */
export type Bound =
  | { readonly is: "at-least"; readonly value: number }
  | { readonly is: "at-most"; readonly value: number }
  /** One of these, the weakest first: the first takes the place of what is none of them. */
  | { readonly is: "among"; readonly values: readonly [OptionValue, ...OptionValue[]] };

/** This number or more. */
export const atLeast = (value: number): Bound => ({ is: "at-least", value });

/** This number or less. */
export const atMost = (value: number): Bound => ({ is: "at-most", value });

/** One of these values, the weakest first: a policy may choose a later one. */
export const among = (...values: readonly [OptionValue, ...OptionValue[]]): Bound => ({ is: "among", values });

/** This value and no other. */
export const exactly = (value: OptionValue): Bound => among(value);

export const isBound = (value: unknown): value is Bound =>
  typeof value === "object" && value !== null && "is" in value && ["at-least", "at-most", "among"].includes(String(value.is));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function satisfies(bound: Bound, value: OptionValue | undefined): boolean {
  if (bound.is === "among") return bound.values.some((one) => same(one, value));
  return typeof value === "number" && (bound.is === "at-least" ? value >= bound.value : value <= bound.value);
}

/** The value that a bound leaves: the policy's own where it is strict enough, else what the bound asks for. */
export const bounded = (bound: Bound, value: OptionValue | undefined): OptionValue =>
  satisfies(bound, value) && value !== undefined ? value : asked(bound);

/** What a bound asks for at the least. */
export const asked = (bound: Bound): OptionValue => (bound.is === "among" ? bound.values[0] : bound.value);

/** One demand and who makes it. */
export interface Demand {
  readonly by: string;
  readonly rule: string;
  readonly parameter: string;
  readonly bound: Bound;
}

/**
 * A policy's parameters under demands: each as strict as the strictest.
 *
 * @throws InputError when no value satisfies all of them
 */
export function underDemands(
  parameters: Readonly<Record<string, RuleOptions | undefined>>,
  defaults: (rule: string) => RuleOptions,
  demands: readonly Demand[],
): Readonly<Record<string, RuleOptions | undefined>> {
  if (demands.length === 0) return parameters;
  const made: Record<string, Record<string, OptionValue>> = {};
  const held = ({ rule, parameter }: Demand): OptionValue | undefined =>
    made[rule]?.[parameter] ?? parameters[rule]?.[parameter] ?? defaults(rule)[parameter];
  for (const demand of demands) {
    made[demand.rule] ??= {};
    (made[demand.rule] as Record<string, OptionValue>)[demand.parameter] = bounded(demand.bound, held(demand));
  }
  const unmet = demands.find((demand) => !satisfies(demand.bound, held(demand)));
  if (unmet !== undefined) {
    const { rule, parameter, by, bound } = unmet;
    const others = demands.filter((one) => one.rule === rule && one.parameter === parameter && one.by !== by).map((one) => one.by);
    throw new InputError(
      `Profiles contradict each other: ${by} demands ${JSON.stringify(asked(bound))} for parameters["${rule}"].${parameter}, and ${others.join(", ")} something else. Leave one of them out.`,
    );
  }
  return Object.fromEntries(
    [...new Set([...Object.keys(parameters), ...Object.keys(made)])].map((rule) => [rule, { ...parameters[rule], ...made[rule] }]),
  );
}
