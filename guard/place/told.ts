import type { Placement } from "../../clouds/contract/index.ts";
import { candidates } from "../decide.ts";
import type { Hearing } from "../hearing.ts";
import type { Subject } from "../infrastructure.ts";
import { cloudsAnswering } from "../operator.ts";
import { spotsNamed } from "./codes.ts";
import type { Spot } from "./spot.ts";

/** Where the provider itself says that the thing is, once it exists. */
export function toldSpots(hearing: Hearing, subject: Subject, placement: Placement | undefined): readonly Spot[] {
  // What its author wrote there the provider has not said: it may ignore it, or overwrite it.
  const told = placement?.told?.filter((path) => subject.written?.(path) !== true || placement.asked?.includes(path));
  return spotsAt(hearing, subject, told ?? []);
}

/** The same, whether it was the provider or the author who said it: enough to refuse, and not to accept. */
export const saidSpots = (hearing: Hearing, subject: Subject, { told = [] }: Placement): readonly Spot[] => spotsAt(hearing, subject, told);

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
