import type { Absence, CloudFacts } from "../../clouds/contract/index.ts";
import { regionOf } from "../approvals/regions.ts";
import type { Hearing } from "../hearing/hearing.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { somewhereAt, spotsNamed, undecided } from "./codes.ts";
import { byDefault } from "./default.ts";
import { providerSpots } from "./provider.ts";
import type { Located, Spot } from "./spot.ts";

/** What an absent attribute means for the place. `here` is asked of the caller, who knows the resource's own place. */
export function whenSilent(
  hearing: Hearing,
  subject: Subject,
  facts: readonly CloudFacts[],
  path: string,
  absent: Absence | undefined,
  here: () => Located,
): Located {
  const fix = `set ${path.replaceAll("[]", "")} to an approved region`;
  const nobody = (because: string): Located => somewhere(undecided({ path, chain: [] }, because, fix));
  // Where no attribute has a say, there is none to be set.
  const unsaid = (because: string): Located =>
    path === ""
      ? somewhere(undecided({ path, chain: [] }, because, "take it out, or waive it by its address"))
      : nobody(`${path} is not set: ${because}`);
  switch (absent?.means) {
    case undefined:
      return nobody(`${path} is not set, and nothing says where it is then`);
    case "unknown":
      return unsaid(absent.because);
    case "everywhere":
      return somewhere({ is: "everywhere", code: null, because: `${path} is not set: ${absent.because}`, path, chain: [] });
    case "nothing":
      return { is: "nowhere", because: absent.because };
    case "provider":
      return { is: "somewhere", spots: providerSpots(hearing, subject, facts) };
    case "default":
      return { is: "somewhere", spots: byDefault(hearing, subject, facts, path, absent) };
    case "here":
      return here();
    case "elsewhere":
      return { is: "somewhere", spots: elsewhere(hearing, absent, here(), path, unsaid(absent.because)) };
  }
}

/** The operator chooses another region, by that of the resource: known where the operator documents it. */
function elsewhere(hearing: Hearing, absent: Absence, here: Located, path: string, nobody: Located): readonly Spot[] {
  const spots = here.is === "somewhere" ? here.spots : [];
  const chosen = spots.flatMap((spot): readonly Spot[] => {
    const fix = `set ${path} to an approved region`;
    if (spot.is !== "region") return [undecided(spot, absent.because, fix)];
    const table = absent.regions ?? {};
    // Another spelling of the same location is the same location.
    const code =
      [spot.code, spot.region.code].find((known) => Object.hasOwn(table, known)) ??
      Object.keys(table).find((known) => regionOf(spot.facts, known)?.location === spot.region.location);
    const target = code === undefined ? undefined : table[code];
    if (target === undefined) return somewhereAt(hearing, spot.facts, { path, chain: spot.chain }, absent.because, fix);
    return spotsNamed(spot.facts, { code: target, path, chain: [{ at: "the operator's choice", text: target }] });
  });
  return chosen.length > 0 ? chosen : nobody.is === "somewhere" ? nobody.spots : [];
}

export const somewhere = (...spots: readonly Spot[]): Located => ({ is: "somewhere", spots });
