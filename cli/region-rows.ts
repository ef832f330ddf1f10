import { InputError } from "../catalogue/errors.ts";
import { type IsoDate, operator } from "../catalogue/index.ts";
import { type CloudFacts, type Region, unknownCloud } from "../clouds/contract/index.ts";
import { regionStanding } from "../guard/approvals.ts";
import type { Policy } from "../guard/index.ts";
import { regionOf } from "../guard/regions.ts";

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
    approved: standing(facts, code, policy, day).approved,
    words: [facts.cloud, code, region.city, region.country, ...(region.aliases ?? []), operator(facts.operator)?.name ?? ""],
  }));
}

export interface PlaceStanding {
  readonly place: string;
  readonly approved: boolean;
  readonly because: string;
}

/** Why a place is in or out: `ovh:GRA11`, or a code that one or more clouds know. */
export function standingOf(
  text: string,
  policy: Policy,
  { clouds, day }: { readonly clouds: readonly CloudFacts[]; readonly day: IsoDate },
): readonly PlaceStanding[] {
  const [, name, code] = /^([^:/]+):(.+)$/.exec(text) ?? [];
  if (name !== undefined && !clouds.some((facts) => facts.cloud === name))
    throw new InputError(
      unknownCloud(
        name,
        clouds.map((facts) => facts.cloud),
      ),
    );
  const asked = clouds.filter((facts) => name === undefined || facts.cloud === name);
  const found = asked.flatMap((facts) => (regionOf(facts, code ?? text) === undefined ? [] : [standing(facts, code ?? text, policy, day)]));
  if (found.length > 0) return found;
  if (name === undefined && operator(text.toLowerCase()) !== undefined)
    throw new InputError(
      unknownCloud(
        text,
        clouds.map((facts) => facts.cloud),
      ),
    );
  throw new InputError(
    `No region "${code ?? text}" is known${name === undefined ? "" : ` of ${name}`}. Search for it: terroir regions search ${(code ?? text).slice(0, 3)}. What is not known is refused.`,
  );
}

function standing(facts: CloudFacts, code: string, policy: Policy, day: IsoDate): PlaceStanding {
  const region = regionOf(facts, code);
  if (region === undefined) return { place: `${facts.cloud}:${code}`, approved: false, because: "the catalogue does not know it" };
  const { approved, because } = regionStanding(policy, facts, region, day);
  return { place: `${facts.cloud}:${code}`, approved, because };
}
