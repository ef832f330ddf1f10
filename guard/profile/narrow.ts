/** Geography under profiles: what several parties allow is what all of them allow. Nothing here can widen. */
import type { Bloc, IsoDate, Operator } from "../../catalogue/index.ts";
import type { CloudFacts } from "../../clouds/contract/index.ts";
import { type Approvals, type Countries, memberCountries, split } from "../approvals/approvals.ts";
import { regionOf } from "../approvals/regions.ts";
import { InputError } from "../errors.ts";
import type { Narrowing } from "./profile.ts";

/** Each bloc holds those before it. */
const BLOCS: readonly Bloc[] = ["eu", "eea", "adequate"];

/** Countries that both allow, on a day. */
export function common(a: Countries, b: Countries, day: IsoDate): Countries {
  if (typeof a === "string" && typeof b === "string") return BLOCS.indexOf(a) <= BLOCS.indexOf(b) ? a : b;
  const others = new Set(memberCountries(b, day));
  return memberCountries(a, day).filter((country) => others.has(country));
}

interface World {
  readonly operator: (id: string, day: IsoDate) => Operator | undefined;
  readonly cloud: (name: string) => CloudFacts | undefined;
}

/**
 * What a policy approves under one more narrowing.
 *
 * @throws InputError when nothing is left
 */
export function narrowed<A extends Approvals>(approvals: A, by: Narrowing & { readonly id: string }, world: World, day: IsoDate): A {
  const { countries: allowed, operators = {}, places } = by;
  const own = approvals.operators;
  const countries = allowed === undefined ? approvals.countries : common(approvals.countries, allowed, day);
  if (typeof countries !== "string" && countries.length === 0 && approvals.countries.length > 0)
    throw new InputError(
      `The policy ${approvals.name} and the profile ${by.id} have no country in common: nothing could be built. Leave the profile out, or approve countries that it allows.`,
    );
  // What the policy leaves to its countries stays as wide as they were: a profile about places says nothing about companies.
  const seat = within(own.seat ?? approvals.countries, operators.seat, day);
  const control = within(own.control ?? approvals.countries, operators.control, day);
  const allows = (id: string): boolean => {
    const operator = world.operator(id, day);
    const inside = (country: string, set: Countries | undefined) =>
      set === undefined || memberCountries(set, day).some((one) => one === country);
    return operator !== undefined && inside(operator.seat.country, operators.seat) && inside(operator.control.country, operators.control);
  };
  const only = operators.only === undefined ? own.only : (own.only ?? operators.only).filter((id) => operators.only?.includes(id));
  const never = [...new Set([...(own.never ?? []), ...(operators.never ?? [])])];
  return {
    ...approvals,
    countries,
    operators: {
      seat,
      control,
      ...(only !== undefined && { only }),
      // An operator that the policy admits wherever it sits is still asked by the profile, which the policy cannot overrule.
      ...(own.also !== undefined && {
        also: own.also.filter((id) => allows(id) && (operators.only === undefined || operators.only.includes(id))),
      }),
      ...(never.length > 0 && { never }),
    },
    ...samePlaces(approvals.places, places, world),
  };
}

const within = (own: Countries, allowed: Countries | undefined, day: IsoDate): Countries =>
  allowed === undefined ? own : common(own, allowed, day);

function samePlaces(own: readonly string[] | undefined, allowed: readonly string[] | undefined, world: World) {
  if (allowed === undefined) return own === undefined ? {} : { places: own };
  if (own === undefined) return { places: allowed };
  const inside = (place: string, others: readonly string[]): boolean => others.some((other) => contains(other, place, world));
  return { places: [...new Set([...own.filter((one) => inside(one, allowed)), ...allowed.filter((one) => inside(one, own))])] };
}

/** Whether one place is the other, or the location at which it stands. */
function contains(outer: string, inner: string, { cloud: factsOf }: World): boolean {
  if (outer === inner) return true;
  const [[cloud, outerCode], [innerCloud, innerCode]] = [split(outer), split(inner)];
  const facts = factsOf(cloud);
  if (cloud !== innerCloud || facts === undefined) return false;
  const [big, small] = [regionOf(facts, outerCode), regionOf(facts, innerCode)];
  return big !== undefined && small !== undefined && (big.code === small.code || big.code === small.location);
}
