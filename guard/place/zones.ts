import type { CloudFacts } from "../../clouds/contract/index.ts";
import { regionOf } from "../approvals/regions.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { cloudsAnswering } from "../operator/operator.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Spot } from "./spot.ts";

/**
 * Regions that a zone names. Where an operator's zones are no names of places (`nova`, `ZONE_1`), one that nobody knows is no doubt, since a zone cannot
 * leave its region; where they are named after their regions it is of a region that nobody knows.
 */
export function zoneSpots(hearing: Hearing, subject: Subject, zones: readonly string[]): readonly Spot[] {
  const clouds = cloudsAnswering(hearing, subject);
  return zones.flatMap((path) =>
    subject.read(path).flatMap(({ path: at, value }) =>
      candidates(value).flatMap((one) =>
        clouds.flatMap((facts): readonly Spot[] => {
          if (one.is !== "text") return [];
          const { chain } = one;
          return listed(one.text).flatMap((code): readonly Spot[] => {
            const region = regionOf(facts, code);
            if (region !== undefined) return [{ is: "region", code, region, facts, path: at, chain }];
            return namesZonesByRegion(facts) && !isNoName(code) ? [{ is: "stranger", code, facts, path: at, chain }] : [];
          });
        }),
      ),
    ),
  );
}

const NAMED = new WeakMap<CloudFacts["regions"], boolean>();

/** Whether the catalogue has the zones of every region, each of them named after it: `eu01-1` of `eu01`. */
function namesZonesByRegion({ regions }: CloudFacts): boolean {
  const known = NAMED.get(regions);
  if (known !== undefined) return known;
  const all = Object.entries(regions);
  const named = all.length > 0 && all.every(([code, { zones = [] }]) => zones.length > 0 && zones.every((zone) => zone.startsWith(code)));
  NAMED.set(regions, named);
  return named;
}

/** Several zones in one text, `eu-de-01,eu-de-02`: each counts. */
const listed = (text: string): readonly string[] => (/[,;\s]/.test(text) ? text.split(/[,;\s]+/).filter((one) => one !== "") : [text]);

/** A switch (`cp_multi_az = true`), a wish for whichever zone of the region, or an id names no zone by itself. */
const isNoName = (text: string): boolean => /^(?:true|false|auto|random)$|^[0-9a-f]{8}/i.test(text);
