import { editDistance } from "./edit-distance.ts";
import { kilometres } from "./kilometres.ts";
import { type Regions, regionOf } from "./region-of.ts";

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
  const codes = Object.keys(facts.regions).filter(allowed);
  const here = regionOf(facts, text);
  const far = (code: string): number => {
    const there = facts.regions[code];
    return here === undefined || there === undefined ? 0 : kilometres(here.at, there.at);
  };
  const unlike = (code: string): number => unlikeness(text, code);
  // A known place that is not approved is a wish for somewhere near; an unknown text is a slip of the pen.
  const order = here === undefined ? [unlike, far] : [far, unlike];
  const rank = (a: string, b: string): number => {
    for (const by of order) if (by(a) !== by(b)) return by(a) - by(b);
    return a < b ? -1 : 1;
  };
  const ranked = codes.sort(rank);
  // Three regions of one building are no choice: a place that is refused is answered with other places.
  return (
    here === undefined ? ranked : ranked.filter((code, i) => ranked.findIndex((other) => sameLocation(facts, other, code)) === i)
  ).slice(0, count);
}

const sameLocation = (facts: Regions, a: string, b: string): boolean =>
  (facts.regions[a]?.location ?? a) === (facts.regions[b]?.location ?? b);

/** Letters weigh more than numbers: `GRA99` is nearer to `GRA11` than to `SBG9`. */
function unlikeness(text: string, code: string): number {
  const [a, b] = [text.trim().toLowerCase(), code.toLowerCase()];
  const letters = (s: string): string => s.replace(/[^a-z]/g, "");
  return editDistance(letters(a), letters(b)) * 10 + editDistance(a, b);
}
