import type { FoundRegion } from "../approvals/regions.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { perSort } from "../hearing/per-sort.ts";
import { standingOf } from "../hearing/standings.ts";
import { operatorsOf } from "../operator/operator.ts";
import { locate, type Spot } from "../place/index.ts";
import type { JudgedPlace } from "../report/finding.ts";
import type { Subject } from "../subject/infrastructure.ts";

/** What subjects of one sort print: their operator, and the places in its regions, each made once. */
const printed = perSort((hearing, subject) => {
  const operator = operatorsOf(hearing, subject).find((one) => one.is === "known");
  return { operator: operator?.is === "known" ? operator.id : undefined, places: new Map<FoundRegion, JudgedPlace>() };
});

/** The place to print for a resource: of several, the one that is refused. Null when nothing at all is known. */
export function judgedPlace(hearing: Hearing, subject: Subject): JudgedPlace | null {
  const { operator, places } = printed(hearing, subject);
  const located = locate(hearing, subject);
  const spot = located.is === "somewhere" ? worst(hearing, located.spots) : undefined;
  if (spot?.is === "region") {
    const known = places.get(spot.region);
    if (known !== undefined) return known;
  }
  const runs = spot?.is === "region" ? (spot.region.site.operator ?? operator) : operator;
  if (runs === undefined) return null;
  if (spot?.is === "country") return { operator: runs, region: null, country: spot.country };
  if (spot?.is !== "region") return { operator: runs, region: spot?.is === "stranger" ? spot.code : null, country: null };
  const place = { operator: runs, region: spot.region.code, country: spot.region.country };
  places.set(spot.region, place);
  return place;
}

function worst(hearing: Hearing, spots: readonly Spot[]): Spot | undefined {
  for (const spot of spots) if (spot.is !== "region" || !standingOf(hearing, spot.facts, spot.region).approved) return spot;
  return spots[0];
}
