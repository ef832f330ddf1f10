import { described, inSentence, memberCountries } from "../approvals/approvals.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { nearestTo, standingOf } from "../hearing/standings.ts";
import type { Refusal } from "../rule/rule.ts";
import { isSensitive } from "../values/value.ts";
import type { Spot } from "./spot.ts";

/** Why a place is refused, and what to write instead; undefined when it is approved. */
export function spotRefusal(hearing: Hearing, spot: Spot): Refusal | undefined {
  // Nearly all places are approved: nothing is said of them.
  if (spot.is === "region" && standingOf(hearing, spot.facts, spot.region).approved) return undefined;
  const { approvals, day } = hearing;
  const { path, chain } = spot;
  const want = approvals.places === undefined ? `a place in ${described(approvals.countries)}` : `one of ${approvals.places.join(", ")}`;
  const attribute = path === "" ? "the place" : path;
  switch (spot.is) {
    case "region": {
      const { because } = standingOf(hearing, spot.facts, spot.region);
      return { because, want, fix: instead(hearing, spot, attribute), path, value: spot.code, chain };
    }
    case "stranger": {
      const because = `${isSensitive(spot) ? "the value" : `"${spot.code}"`} is no region of ${spot.facts.cloud} that the catalogue knows`;
      return { because, want, fix: instead(hearing, spot, attribute), path, value: spot.code, chain };
    }
    case "country": {
      if (memberCountries(approvals.countries, day).some((country) => country === spot.country) && approvals.places === undefined)
        return undefined;
      const because = `${spot.code} is ${inSentence(spot.country)}, which is not approved`;
      return { because, want, fix: `set ${attribute} to an approved country`, path, value: spot.code, chain };
    }
    case "everywhere": {
      const fix = `name the approved regions one by one in ${attribute}`;
      return { because: spot.because, want, fix, path, ...(spot.code !== null && { value: spot.code }), chain };
    }
    case "undecided":
      return { verdict: "undecided", because: spot.because, want, fix: spot.fix, path, chain };
  }
}

function instead(hearing: Hearing, spot: Extract<Spot, { is: "region" | "stranger" }>, attribute: string): string {
  const near = nearestTo(hearing, spot.facts, spot.code);
  if (near.length === 0) return `take another operator: ${spot.facts.cloud} has no approved region`;
  const [first = "", ...others] = near;
  if (spot.via !== undefined)
    return `move ${spot.via} to an approved place (${near.join(", ")}), or point ${attribute} at a resource in one`;
  return `set ${attribute} to ${first}${others.length > 0 ? ` (also near: ${others.join(", ")})` : ""}`;
}
