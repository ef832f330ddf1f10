import { EU_MEMBERS, InputError, withoutTrace } from "../../catalogue/index.ts";
import type { AnyCloud } from "./cloud.ts";
import { nearestRegions } from "./nearest-regions.ts";
import type { Place } from "./place.ts";
import type { SomePlace } from "./some-place.ts";
import { unknownCloud } from "./unknown-cloud.ts";

/**
 * A place in the EU, read from configuration: `placeFrom("ovh:GRA11", ovh)`. Knows the clouds that it is given.
 *
 * @throws InputError for a text of another form, a cloud that was not given, a region that the cloud does not have or that is outside the EU;
 * the message names the nearest ones that would do. What the place offers is found out when a construct asks for it.
 */
export function placeFrom(text: string, ...clouds: readonly AnyCloud[]): SomePlace {
  const [, name, region] = /^\s*([^:\s]+)\s*:\s*(\S+)\s*$/.exec(text) ?? [];
  const known = clouds.map((cloud) => cloud.name);
  if (name === undefined || region === undefined)
    throw withoutTrace(
      new InputError(
        `"${text}" is no place. A place is a cloud and one of its regions, such as ${clouds[0]?.name ?? "ovh"}:${Object.keys(clouds[0]?.regions ?? { GRA11: 0 })[0]}.`,
      ),
    );
  const cloud = clouds.find((candidate) => candidate.name === name.toLowerCase());
  if (clouds.length === 0)
    throw withoutTrace(
      new InputError(
        `placeFrom knows the clouds that it is given, and was given none. Hand over those that may be named: placeFrom(${JSON.stringify(text)}, ovh).`,
      ),
    );
  if (cloud === undefined) throw withoutTrace(new InputError(unknownCloud(name, known)));
  const place = (cloud as unknown as (region: string) => Place)(region);
  if (!(place.country in EU_MEMBERS))
    throw withoutTrace(
      new InputError(
        `${place.id} is in ${place.city} (${place.country}), outside the EU. The nearest regions of ${cloud.name} inside: ${nearestRegions(cloud, region, inEu(cloud)).join(", ")}.`,
      ),
    );
  return place as SomePlace;
}

const inEu = (cloud: AnyCloud) => Object.keys(cloud.regions).filter((code) => (cloud.regions[code]?.country ?? "") in EU_MEMBERS);
