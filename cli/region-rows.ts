import { InputError } from "../catalogue/errors.ts";
import type { IsoDate } from "../catalogue/index.ts";
import { type CloudFacts, type Region, unknownCloud } from "../clouds/contract/index.ts";
import { cloudFacts } from "../clouds/facts.ts";
import { operator } from "../clouds/operators.ts";
import { type FoundRegion, nearestApproved, regionOf } from "../guard/approvals/regions.ts";
import { type Policy, whyPlace } from "../guard/index.ts";
import { nearest } from "../guard/written/nearest.ts";

export interface RegionRow {
  /** `ovh:GRA11`. */
  readonly place: string;
  readonly city: string;
  readonly country: string;
  readonly zones: readonly string[];
  readonly approved: boolean;
  /** Every word by which somebody may look for it. */
  readonly words: readonly string[];
}

export function rowsOf(facts: CloudFacts, policy: Policy, day: IsoDate): readonly RegionRow[] {
  return Object.entries(facts.regions).map(([code, region]: [string, Region]) => ({
    place: `${facts.cloud}:${code}`,
    city: region.city,
    country: region.country,
    zones: region.zones ?? [],
    approved: whyPlace(`${facts.cloud}:${code}`, policy, day).every((one) => one.approved),
    words: [facts.cloud, code, region.city, region.country, ...(region.aliases ?? []), ...operatorName(facts.operator)],
  }));
}

const operatorName = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id, operator(id)?.name ?? id]);

export interface PlaceStanding {
  readonly place: string;
  readonly approved: boolean;
  /** Why, one sentence for the region and one for whoever runs it. */
  readonly because: readonly string[];
  /** For one that is out: the nearest approved regions of the same cloud. */
  readonly instead: readonly string[];
}

/**
 * Why a place is in or out: `ovh:GRA11`, or a code that one or more clouds know.
 *
 * @throws InputError for a cloud or a region that the catalogue does not know, with the nearest approved ones
 */
export function standingOf(
  text: string,
  policy: Policy,
  { clouds, day }: { readonly clouds: readonly CloudFacts[]; readonly day: IsoDate },
): readonly PlaceStanding[] {
  const [, name, code = text] = /^([^:/]+):(.+)$/.exec(text) ?? [];
  const names = clouds.map((facts) => facts.cloud);
  if (name !== undefined && !names.includes(name)) throw new InputError(unknownCloud(name, names));
  const asked = clouds.filter((facts) => name === undefined || facts.cloud === name);
  const found = asked.filter((facts) => regionOf(facts, code) !== undefined);
  if (found.length > 0) return found.map((facts) => standing(`${facts.cloud}:${code}`, policy, day));
  // A company is no region; of a closed one the catalogue knows where to go instead.
  if (name === undefined && operator(text.toLowerCase()) !== undefined) throw new InputError(unknownCloud(text, names));
  const approved = asked.flatMap((facts) => rowsOf(facts, policy, day).flatMap((row) => (row.approved ? [row.place] : [])));
  throw new InputError(
    `No region "${code}" is known${name === undefined ? "" : ` of ${name}`}, and what is not known is refused. The nearest approved: ${nearestPlaces(code, approved).join(", ")}. Search with: terroir regions search TEXT`,
  );
}

/** By the code alone: nobody misspells a cloud and a region at once. */
function nearestPlaces(code: string, places: readonly string[]): readonly string[] {
  const codeOf = (place: string): string => place.slice(place.indexOf(":") + 1);
  const codes = nearest(code, new Set(places.map(codeOf)), 3);
  const near = codes.flatMap((one) => places.filter((place) => codeOf(place) === one).slice(0, 1));
  return near.length > 0 ? near : places.slice(0, 3);
}

function standing(place: string, policy: Policy, day: IsoDate): PlaceStanding {
  const standings = whyPlace(place, policy, day);
  const approved = standings.every((one) => one.approved);
  const [cloud = "", code = ""] = place.split(":");
  const facts = cloudFacts(cloud);
  const inside = (one: FoundRegion): boolean => whyPlace(`${cloud}:${one.code}`, policy, day).every((standing) => standing.approved);
  const instead = approved || facts === undefined ? [] : nearestApproved(facts, code, inside);
  return { place, approved, because: standings.map(({ because }) => because), instead: instead.map((near) => `${cloud}:${near}`) };
}
