import { editDistance } from "./edit-distance.ts";
import { kilometres } from "./kilometres.ts";
import { type Regions, regionOf } from "./region-of.ts";

/** No code is longer; what comes from a configuration may be of any size. */
const LONGEST = 64;

/**
 * The approved regions that a refused or unknown text is nearest to, for the sentence that says what to write instead: by spelling where the text
 * looks like a code (`GRA99`: GRA9, GRA11 …), else by distance on the map (`UK1`: the nearest inside).
 *
 * @param approved codes of `facts.regions` that the policy allows, or a test of one
 * @param count how many to name. @default 3
 */
export function nearestRegions(
  facts: Regions,
  text: string,
  approved: readonly string[] | ((code: string) => boolean),
  count = 3,
): readonly string[] {
  const allowed = typeof approved === "function" ? approved : (code: string) => approved.includes(code);
  const here = regionOf(facts, text);
  const written = text.trim().slice(0, LONGEST).toLowerCase();
  const codes = Object.entries(facts.regions).filter(([code]) => allowed(code));
  // A known place that is not approved is a wish for somewhere near; an unknown text is a slip of the pen. The table's own order settles the rest.
  const ranked = codes
    .map(([code, site]) => ({ code, far: here === undefined ? unlikeness(written, code.toLowerCase()) : kilometres(here.at, site.at) }))
    .sort((a, b) => a.far - b.far)
    .map(({ code }) => code);
  // Three regions of one building are no choice: a place that is refused is answered with other places.
  const places =
    here === undefined ? ranked : ranked.filter((code, i) => ranked.findIndex((other) => sameLocation(facts, other, code)) === i);
  return places.slice(0, count);
}

const sameLocation = (facts: Regions, a: string, b: string): boolean =>
  (facts.regions[a]?.location ?? a) === (facts.regions[b]?.location ?? b);

/** Letters weigh more than numbers: `gra99` is nearer to `gra11` than to `sbg9`. */
function unlikeness(a: string, b: string): number {
  const letters = (s: string): string => s.replace(/[^a-z]/g, "");
  return editDistance(letters(a), letters(b)) * 10 + editDistance(a, b);
}
