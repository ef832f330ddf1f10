import type { IConstruct } from "constructs";
import { type CountryCode, InputError, today, withoutTrace } from "../catalogue/index.ts";
import type { EuPlace, Place } from "../clouds/contract/index.ts";
import { nearestRegions } from "../clouds/contract/nearest-regions.ts";
import { memberCountries } from "../guard/approvals/approvals.ts";
import { defaultKnowledge } from "../guard/hearing/default-knowledge.ts";
import { defaultPolicy, type Policy } from "../guard/policy/policy.ts";
import { underProfiles } from "../guard/policy/under.ts";

/** An app made under a policy carries it; an app of the library's own has the default one. */
export const POLICY = Symbol.for("terroir.policy");

/** A place outside the policy never gets as far as a resource, whatever a cast or a JavaScript caller hides from the compiler. */
export function requireApproved(scope: IConstruct, place: Place): void {
  const policy = (scope.node.root as { [POLICY]?: Policy })[POLICY] ?? defaultPolicy;
  const refused = refusalOf(policy, place);
  if (refused !== undefined) throw withoutTrace(new InputError(`${scope.node.path} would stand at ${place.id}, which ${refused}`));
}

function refusalOf(declared: Policy, place: Place): string | undefined {
  const policy = underProfiles(declared, today(), defaultKnowledge);
  const approved = new Set<string>(memberCountries(policy.countries, today()));
  if (approved.has(place.country)) return undefined;
  const { name, regions } = place.cloud;
  const nearest = nearestRegions({ regions }, place.region, (code) => approved.has(regions[code]?.country ?? ""));
  const instead =
    nearest.length === 0
      ? `${name} has no region inside them: choose another cloud`
      : `The nearest regions of ${name} inside: ${nearest.join(", ")}. Choose one`;
  return `is in ${place.city} (${place.country}), outside the countries that policy "${policy.name}" approves. ${instead}, or approve ${place.country} in the policy.`;
}

/**
 * A place outside the EU for a stack whose policy approves it: `outsideEu("EU-WEST-LZ-ZRH-A")` alone does not compile where a stack wants a place.
 * The policy has the last word: the app under which the stack stands asks it again.
 *
 * @throws InputError when the policy does not approve the place's country
 *
 * @example
 * const policy = definePolicy({ countries: [...EU_COUNTRIES, "CH"] });
 * const zurich = approvedPlace(policy, ovh.outsideEu("EU-WEST-LZ-ZRH-A"));
 * new SovereignStack(new SovereignApp({ policy }), "branch", { at: zurich });
 */
export function approvedPlace<Id extends string, Concept extends string>(
  policy: Policy,
  place: Place<Id, CountryCode, Concept>,
): EuPlace<Id, Concept> {
  const refused = refusalOf(policy, place);
  if (refused !== undefined) throw withoutTrace(new InputError(`${place.id} ${refused}`));
  return place as unknown as EuPlace<Id, Concept>;
}
