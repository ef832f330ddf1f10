import type { Placement } from "../../clouds/contract/index.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { cloudsAnswering } from "../operator/operator.ts";
import { candidates } from "../subject/decide.ts";
import type { Reading, Subject } from "../subject/infrastructure.ts";
import { spotsNamed, undecided } from "./codes.ts";
import type { Spot } from "./spot.ts";

/** Where the provider itself says that the thing is, once it exists. */
export function toldSpots(hearing: Hearing, subject: Subject, placement: Placement | undefined): readonly Spot[] {
  // What its author wrote there the provider has not said: it may ignore it, or overwrite it.
  const told = placement?.told?.filter((path) => subject.written?.(path) !== true || placement.asked?.includes(path));
  return spotsAt(hearing, subject, told ?? []);
}

/** The same, whether it was the provider or the author who said it: enough to refuse, and not to accept. A code that nobody knows says nothing. */
export function saidSpots(hearing: Hearing, subject: Subject, { told = [] }: Placement): readonly Spot[] {
  const known = spotsAt(hearing, subject, told).filter(({ is }) => is === "region");
  const asked = told.filter((path) => subject.written?.(path) === true);
  return [...known, ...asked.flatMap((path) => subject.read(path).flatMap(openSpot))];
}

const openSpot = ({ path, value }: Reading): readonly Spot[] =>
  candidates(value).flatMap((one) =>
    one.is === "unknown"
      ? [undecided({ path, chain: one.chain }, `${path} is not known: ${one.cause}`, `set ${path} to an approved region, or leave it out`)]
      : [],
  );

function spotsAt(hearing: Hearing, subject: Subject, told: readonly string[]): readonly Spot[] {
  if (told.length === 0) return [];
  const clouds = cloudsAnswering(hearing, subject);
  return told.flatMap((path) =>
    subject
      .read(path)
      .flatMap(({ path: at, value }) =>
        candidates(value).flatMap((one) =>
          one.is === "text"
            ? clouds.flatMap((facts) =>
                spotsNamed(facts, { code: one.text, path: at, chain: one.chain }, path.endsWith("country") ? "country" : "region"),
              )
            : [],
        ),
      ),
  );
}

/** What nearly every provider calls it. */
const REGION = "region";

/**
 * Places that the provider itself names beside those that were asked for: it may have put the thing elsewhere, or moved it. A code that the catalogue
 * does not know contradicts nobody.
 */
export function contradictions(hearing: Hearing, subject: Subject, placement: Placement, found: readonly Spot[]): readonly Spot[] {
  if (subject.kind !== "resource") return [];
  const paths = new Set([...(placement.told ?? []), ...(placement.notPlaces?.[REGION] === undefined ? [REGION] : [])]);
  // What was asked for was read already.
  for (const asked of "paths" in placement ? (placement.paths ?? []) : []) paths.delete(asked);
  if (paths.size === 0) return [];
  const told = toldSpots(hearing, subject, { ...placement, told: [...paths] });
  const same = (spot: Spot): boolean => found.some((one) => one.is === "region" && spot.is === "region" && one.region === spot.region);
  return told.filter((spot) => spot.is === "region" && !same(spot));
}
