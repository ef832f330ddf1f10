import type { CloudFacts } from "../../clouds/contract/index.ts";
import { regionOf } from "../approvals/regions.ts";
import { placementOf } from "../hearing/classify.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { cloudsAnswering } from "../operator/operator.ts";
import { type Candidate, candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { spotsNamed } from "./codes.ts";
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
  const groups = neighbours.map((one) => groupAnswered(hearing, one, attribute, clouds, path));
  if (groups.length > 0 && groups.every((spots) => spots !== undefined)) return groups.flat();
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

/** The group that a lookup answers with, of the one place by whose name it asks, written out. */
function groupAnswered(
  hearing: Hearing,
  one: Subject,
  attribute: string,
  clouds: readonly CloudFacts[],
  path: string,
): readonly Spot[] | undefined {
  const placement = one.kind === "data" ? placementOf(hearing, one) : undefined;
  const lookup = placement?.by === "lookup" ? placement.groupOf : undefined;
  const [facts, ...others] = cloudsAnswering(hearing, one);
  if (lookup?.answer !== attribute || facts === undefined || others.length > 0 || !clouds.every((cloud) => cloud === facts))
    return undefined;
  const written = (name: string) => (one.asWritten?.(name) ?? one.read(name)).flatMap(({ value }) => candidates(value));
  const asked = written(lookup.asked);
  if (asked.length === 0 || lookup.unless.some((name) => written(name).some(({ is }) => is !== "absent"))) return undefined;
  const spots = asked.map((name) => {
    const region = name.is === "text" ? regionOf(facts, name.text) : undefined;
    if (name.is !== "text" || region === undefined) return undefined;
    const group = Object.entries(facts.groups ?? {}).find(([, members]) => members.includes(region.code));
    const chain = [{ at: path }, { at: `${one.address}.${attribute}` }, ...name.chain];
    return spotsNamed(facts, { code: group?.[0] ?? region.code, path, chain });
  });
  return spots.every((spot) => spot !== undefined) ? spots.flat() : undefined;
}
