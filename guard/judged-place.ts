import { regionStanding } from "./approvals.ts";
import type { JudgedPlace } from "./finding.ts";
import type { Hearing } from "./hearing.ts";
import type { Subject } from "./infrastructure.ts";
import { operatorsOf } from "./operator.ts";
import { locate, type Spot } from "./place/index.ts";

/** The place to print for a resource: of several, the one that is refused. Null when nothing at all is known. */
export function judgedPlace(hearing: Hearing, subject: Subject): JudgedPlace | null {
  const [operator] = operatorsOf(hearing, subject).flatMap((one) => (one.is === "known" ? [one.id] : []));
  const located = locate(hearing, subject);
  const spots = located.is === "somewhere" ? located.spots : [];
  const spot = spots.find((one) => !approved(hearing, one)) ?? spots[0];
  const runs = spot?.is === "region" ? (spot.region.site.operator ?? operator) : operator;
  if (runs === undefined) return null;
  if (spot?.is === "region") return { operator: runs, region: spot.region.code, country: spot.region.country };
  if (spot?.is === "country") return { operator: runs, region: null, country: spot.country };
  return { operator: runs, region: spot?.is === "stranger" ? spot.code : null, country: null };
}

function approved({ approvals, day }: Hearing, spot: Spot): boolean {
  return spot.is === "region" && regionStanding(approvals, spot.facts, spot.region, day).approved;
}
