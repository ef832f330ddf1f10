import type { CountryCode } from "../../catalogue/index.ts";
import type { CloudFacts } from "./facts.ts";
import type { Region, Site } from "./region.ts";

/** What `regionOf` needs of a cloud's facts: a cloud value and its facts both have it. */
export type Regions = Pick<CloudFacts, "regions"> & {
  readonly locations?: CloudFacts["locations"];
  readonly operator?: string | undefined;
};

/** A place name that the catalogue knows. */
export interface FoundRegion {
  /** The region or location as its table writes it, `GRA11`, `GRA`. */
  readonly code: string;
  /** One value for all spellings of one location, so that `GRA11`, `GRA` and `eu-west-gra` compare equal. */
  readonly location: string;
  readonly country: CountryCode;
  readonly city: string;
  readonly at: Site["at"];
  /** Who runs it, where that is known: the site's own operator, else the cloud's. */
  readonly operator: string | undefined;
  /** False: the text is known only when its case is ignored, which the provider may not do. */
  readonly exact: boolean;
  readonly site: Site;
}

interface Index {
  readonly locations: Regions["locations"];
  readonly operator: string | undefined;
  readonly exact: ReadonlyMap<string, readonly [code: string, site: Site]>;
  readonly folded: ReadonlyMap<string, readonly [code: string, site: Site]>;
  /** What was found by its exact text: one object for each, so that what depends on it can be remembered by it. */
  readonly found: Map<string, FoundRegion>;
}

const indexes = new WeakMap<object, Index[]>();

/**
 * The region or location that a text names in one cloud: by code, location, alias or zone; exactly, then without case. Never by a part of the
 * text, and never by the text without its blanks: what the provider would not take is unknown here as well.
 */
export function regionOf(facts: Regions, text: string): FoundRegion | undefined {
  const index = indexOf(facts);
  const known = index.found.get(text);
  if (known !== undefined) return known;
  const exact = index.exact.get(text);
  const [code, site] = exact ?? index.folded.get(text.toLowerCase()) ?? [];
  if (code === undefined || site === undefined) return undefined;
  const found: FoundRegion = {
    code,
    location: (site as Region).location ?? code,
    country: site.country,
    city: site.city,
    at: site.at,
    operator: site.operator ?? facts.operator,
    exact: exact !== undefined,
    site,
  };
  if (exact !== undefined) index.found.set(text, found);
  return found;
}

function indexOf(facts: Regions): Index {
  let made = indexes.get(facts.regions);
  if (made === undefined) {
    made = [];
    indexes.set(facts.regions, made);
  }
  // A cloud's value and its facts have the same table of regions, and not the same locations.
  for (const index of made) if (index.locations === facts.locations && index.operator === facts.operator) return index;
  const index = indexed(facts);
  made.push(index);
  return index;
}

function indexed(facts: Regions): Index {
  const exact = new Map<string, readonly [string, Site]>();
  const folded = new Map<string, readonly [string, Site]>();
  const add = (spelling: string, code: string, site: Site): void => {
    if (!exact.has(spelling)) exact.set(spelling, [code, site]);
    const lower = spelling.toLowerCase();
    if (!folded.has(lower)) folded.set(lower, [code, site]);
  };
  const sites: readonly (readonly [string, Region])[] = [...Object.entries(facts.regions), ...Object.entries(facts.locations ?? {})];
  // Codes come before aliases, so that a region's own code is never taken for another's alias.
  for (const [code, site] of sites) add(code, code, site);
  for (const [code, site] of sites) for (const other of [...(site.aliases ?? []), ...(site.zones ?? [])]) add(other, code, site);
  return { locations: facts.locations, operator: facts.operator, exact, folded, found: new Map() };
}
