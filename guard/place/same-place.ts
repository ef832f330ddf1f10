import type { CloudFacts } from "../../clouds/contract/index.ts";
import { placementOf } from "../hearing/classify.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { cloudsAnswering } from "../operator/operator.ts";
import type { Candidate } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Ask } from "./parent.ts";
import type { Spot } from "./spot.ts";

/**
 * Where a neighbour is, whose own place is asked for as its provider will say it: `region = stackit_network.n.region`. Undefined where the text is
 * anything but that attribute, word for word, or the neighbour's place is not known to the region.
 */
export function samePlace(
  hearing: Hearing,
  subject: Subject,
  path: string,
  { cause, refs, mixed }: Extract<Candidate, { is: "unknown" }>,
  clouds: readonly CloudFacts[],
  ask: Ask,
): readonly Spot[] | undefined {
  const [ref, ...others] = refs;
  const attribute = path.slice(path.lastIndexOf(".") + 1);
  if (mixed || ref === undefined || others.length > 0 || !cause.startsWith(`${ref}.${attribute} `)) return undefined;
  const neighbours = hearing.subjectsAt(ref);
  if (neighbours.length === 0 || !neighbours.every((one) => one !== subject && saysPlace(hearing, one, attribute, clouds)))
    return undefined;
  const spots = neighbours.flatMap((one) => {
    const located = ask(one);
    return located.is === "somewhere" && located.spots.length > 0
      ? located.spots.map((spot): Spot | undefined =>
          spot.is === "region"
            ? { ...spot, path, via: spot.via ?? one.address, chain: [{ at: path }, { at: `${ref}.${attribute}` }, ...spot.chain] }
            : undefined,
        )
      : [undefined];
  });
  return spots.every((spot) => spot !== undefined) ? spots : undefined;
}

/** An attribute that places what is made here, in a cloud of the same operator. */
function saysPlace(hearing: Hearing, one: Subject, attribute: string, clouds: readonly CloudFacts[]): boolean {
  // What is looked up may be in the region that its id names.
  const placement = one.kind === "resource" ? placementOf(hearing, one) : undefined;
  if (placement === undefined) return false;
  const places = [...("paths" in placement ? (placement.paths ?? []) : []), ...(placement.told ?? [])];
  const own = cloudsAnswering(hearing, one);
  return places.includes(attribute) && own.length === clouds.length && own.every((facts) => clouds.includes(facts));
}
