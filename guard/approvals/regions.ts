import { holdsOn, type IsoDate } from "../../catalogue/index.ts";
import { editDistance } from "../../clouds/contract/edit-distance.ts";
import type { CloudFacts } from "../../clouds/contract/index.ts";
import { kilometres } from "../../clouds/contract/kilometres.ts";
import { type FoundRegion, regionOf } from "../../clouds/contract/region-of.ts";

export type { FoundRegion } from "../../clouds/contract/region-of.ts";
export { regionOf } from "../../clouds/contract/region-of.ts";

/** Whether it was open on a day. */
export function openOn(region: FoundRegion, day: IsoDate): boolean {
  return holdsOn(region.site, day);
}

/** The form of a code: `GRA11` and `BHS5` are alike, `eu-west-gra` is another kind of name. */
const shape = (code: string): string =>
  code
    .replace(/[a-z]+/g, "a")
    .replace(/[A-Z]+/g, "A")
    .replace(/\d+/g, "0");

const SPELLINGS = new WeakMap<CloudFacts, readonly string[]>();

function spellingsOf(facts: CloudFacts): readonly string[] {
  const known = SPELLINGS.get(facts);
  if (known !== undefined) return known;
  const standing = Object.values(facts.regions).map((region) => region.location);
  // A location of one region is called by that region; its own name is the catalogue's, and no interface may take it.
  const locations = Object.entries(facts.locations ?? {}).filter(([name]) => standing.filter((at) => at === name).length > 1);
  const sites = [...Object.entries(facts.regions), ...locations];
  const spellings = [...new Set(sites.flatMap(([code, site]) => [code, ...(site.aliases ?? [])]))];
  SPELLINGS.set(facts, spellings);
  return spellings;
}

/**
 * Approved codes to name in a remedy: for a known place the nearest on the map, for a slip of the pen the nearest in spelling. They are written in
 * the form of the code that was refused where there is one, because an operator's products spell one location differently.
 */
export function nearestApproved(facts: CloudFacts, code: string, approved: (region: FoundRegion) => boolean, count = 3): readonly string[] {
  const open = spellingsOf(facts).flatMap((spelling) => {
    const region = regionOf(facts, spelling);
    return region !== undefined && approved(region) ? [{ spelling, region }] : [];
  });
  const alike = open.filter(({ spelling }) => shape(spelling) === shape(code));
  const choice = alike.length > 0 ? alike : open.filter(({ spelling }) => Object.hasOwn(facts.regions, spelling));
  const here = regionOf(facts, code)?.at;
  return choice
    .map(({ spelling, region }) => ({ spelling, far: here === undefined ? unlikeness(code, spelling) : kilometres(here, region.at) }))
    .sort((a, b) => a.far - b.far || (a.spelling < b.spelling ? -1 : 1))
    .slice(0, count)
    .map(({ spelling }) => spelling);
}

/** Letters weigh more than numbers: `GRA99` is nearer to `GRA11` than to `SBG9`. */
function unlikeness(a: string, b: string): number {
  const letters = (s: string): string => s.toLowerCase().replace(/[^a-z]/g, "");
  return 10 * editDistance(letters(a), letters(b)) + editDistance(a.toLowerCase(), b.toLowerCase());
}
