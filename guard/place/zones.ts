import { candidates } from "../decide.ts";
import type { Hearing } from "../hearing.ts";
import type { Subject } from "../infrastructure.ts";
import { cloudsAnswering } from "../operator.ts";
import { regionOf } from "../regions.ts";
import type { Spot } from "./spot.ts";

/**
 * Regions that a zone names, where it names one that the catalogue knows. A zone cannot leave its region, so one that nobody knows is no doubt; one that
 * is elsewhere is a mistake at best.
 */
export function zoneSpots(hearing: Hearing, subject: Subject, zones: readonly string[]): readonly Spot[] {
  const clouds = cloudsAnswering(hearing, subject);
  return zones.flatMap((path) =>
    subject.read(path).flatMap(({ path: at, value }) =>
      candidates(value).flatMap((one) =>
        clouds.flatMap((facts): readonly Spot[] => {
          const region = one.is === "text" ? regionOf(facts, one.text) : undefined;
          return one.is === "text" && region !== undefined
            ? [{ is: "region", code: one.text, region, facts, path: at, chain: one.chain }]
            : [];
        }),
      ),
    ),
  );
}
