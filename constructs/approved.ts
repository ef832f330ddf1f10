import type { IConstruct } from "constructs";
import { InputError, politely, today } from "../catalogue/index.ts";
import type { Place } from "../clouds/contract/index.ts";
import { nearestRegions } from "../clouds/contract/nearest-regions.ts";
import { memberCountries } from "../guard/approvals.ts";
import { defaultPolicy, type Policy } from "../guard/policy.ts";

/** An app made under a policy carries it; an app of the library's own has the default one. */
export const POLICY = Symbol.for("terroir.policy");

/** A place outside the policy never gets as far as a resource, whatever a cast or a JavaScript caller hides from the compiler. */
export function requireApproved(scope: IConstruct, place: Place): void {
  const policy = (scope.node.root as { [POLICY]?: Policy })[POLICY] ?? defaultPolicy;
  const approved = new Set<string>(memberCountries(policy.countries, today()));
  if (approved.has(place.country)) return;
  const { name, regions } = place.cloud;
  const nearest = nearestRegions({ regions }, place.region, (code) => approved.has(regions[code]?.country ?? ""));
  throw politely(
    new InputError(
      `${scope.node.path} would stand at ${place.id} (${place.city}, ${place.country}), outside the countries that policy "${policy.name}" approves. ` +
        (nearest.length === 0
          ? `${name} has no region inside them: choose another cloud, or approve ${place.country} in the policy.`
          : `The nearest regions of ${name} inside: ${nearest.join(", ")}. Choose one, or approve ${place.country} in the policy.`),
    ),
  );
}
