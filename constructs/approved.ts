import type { IConstruct } from "constructs";
import { countriesOf, InputError, politely } from "../catalogue/index.ts";
import type { Place } from "../clouds/contract/index.ts";

/** An app made under a policy carries the countries that it approves; an app of the library's own has the default policy's. */
export const COUNTRIES = Symbol.for("terroir.countries");

/** A place outside the policy never gets as far as a resource, whatever a cast or a JavaScript caller hides from the compiler. */
export function requireApproved(scope: IConstruct, place: Place): void {
  const approved = (scope.node.root as { [COUNTRIES]?: readonly string[] })[COUNTRIES] ?? countriesOf("eu");
  if (approved.includes(place.country)) return;
  const instead = Object.entries(place.cloud.regions)
    .filter(([, region]) => approved.includes(region.country))
    .map(([code]) => code);
  throw politely(
    new InputError(
      `${scope.node.path} would stand at ${place.id} (${place.city}, ${place.country}), outside the countries that the policy approves. ` +
        (instead.length === 0
          ? `${place.cloud.name} has no region inside them: choose another cloud, or approve ${place.country} in the policy.`
          : `Choose one of ${place.cloud.name}'s regions inside them: ${instead.join(", ")}; or approve ${place.country} in the policy.`),
    ),
  );
}
