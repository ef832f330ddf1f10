/** Where a resource is: every place that it can take, by attribute, provider block, parent or order, and the way by which it was found. */
import type { CloudFacts, Placement, PlaceName } from "../../clouds/contract/index.ts";
import { placementOf, providerOf } from "../hearing/classify.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { shelfOf, subjectShelf } from "../hearing/per-sort.ts";
import { Watching } from "../hearing/watching.ts";
import { cloudsAnswering } from "../operator/operator.ts";
import { showBlock } from "../operator/show-block.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { howToSettle } from "../values/open.ts";
import { special, spotsNamed, undecided } from "./codes.ts";
import { atHost } from "./host.ts";
import { orderSpots } from "./order.ts";
import { pointedAt } from "./parent.ts";
import { providerSpots } from "./provider.ts";
import { atEndpoint, speaksS3 } from "./s3.ts";
import { samePlace } from "./same-place.ts";
import { somewhere, whenSilent } from "./silence.ts";
import { soughtHere } from "./sought.ts";
import type { Located, Spot } from "./spot.ts";
import { contradictions, saidSpots, toldSpots } from "./told.ts";

export { spotsNamed, undecided } from "./codes.ts";
export { pointedAt } from "./parent.ts";
export { whenSilent } from "./silence.ts";
export type { Located, Spot } from "./spot.ts";

/** Nobody asks on behalf of a child. */
const NOBODY: ReadonlySet<Subject> = new Set();

/** Where a resource or a data source is. */
export function locate(hearing: Hearing, subject: Subject): Located {
  return find(hearing, subject, NOBODY);
}

/** Where it is, asked by something that is placed with it: what moves nothing itself may still be somewhere. */
export function locateAsParent(hearing: Hearing, subject: Subject, asking: ReadonlySet<Subject> = NOBODY): Located {
  const placement = placementOf(hearing, subject);
  const told = toldSpots(hearing, subject, placement);
  if (told.length > 0) return { is: "somewhere", spots: told };
  const found = placement?.by === "lookup" ? undefined : find(hearing, subject, asking);
  // What is looked up by something else than its place is somewhere all the same.
  const hidden = subject.kind === "data" && found?.is === "nowhere" && placement?.by !== "global";
  if (found !== undefined && !hidden) return found;
  const sought = soughtHere(hearing, subject, forChild(hearing, subject, asking));
  if (sought !== undefined) return sought;
  return somewhere(
    undecided(
      { path: "", chain: [] },
      `${subject.address} looks up something that exists, and says where only once it has been read`,
      "name the place itself, or check the plan",
    ),
  );
}

/** Where parents are, for all their children; of everything else only where the last one is, which is asked by one rule after the other. */
const parents = subjectShelf<Located>();
const latest = shelfOf<"latest", { readonly subject: Subject; readonly located: Located; readonly asked: Watching | undefined }>();

/** Parents of parents are the rule, rings of them an attack. */
const DEEPEST = 64;

function find(hearing: Hearing, subject: Subject, asking: ReadonlySet<Subject>): Located {
  if (asking.has(subject) || asking.size > DEEPEST)
    return somewhere(
      undecided({ path: "", chain: [] }, `${subject.address} is placed with itself, in a ring`, "break the ring of references"),
    );
  const { watching } = hearing;
  const isWatched = watching?.subject === subject;
  const last = latest(hearing).get("latest");
  if (last?.subject === subject && (watching === undefined || (isWatched && last.asked !== undefined))) {
    if (last.asked !== undefined) watching?.add(last.asked);
    return last.located;
  }
  const known = parents(hearing);
  if (asking.size > 0) {
    const found = known.get(subject) ?? compute(hearing, subject, asking);
    known.set(subject, found);
    return found;
  }
  if (!isWatched) {
    const located = (watching === undefined ? known.get(subject) : undefined) ?? compute(hearing, subject, asking);
    latest(hearing).set("latest", { subject, located, asked: undefined });
    return located;
  }
  // Whoever is judged is asked everything anew: what the answer depends on is noted, and told to the next who asks.
  const asked = new Watching();
  const located = asked.while(hearing, subject, () => compute(hearing, subject, asking));
  watching.add(asked);
  latest(hearing).set("latest", { subject, located, asked });
  return located;
}

function compute(hearing: Hearing, subject: Subject, asking: ReadonlySet<Subject>): Located {
  const located = whereAsked(hearing, subject, asking);
  const placement = located.is === "somewhere" ? placementOf(hearing, subject) : undefined;
  if (placement === undefined || located.is !== "somewhere") return located;
  const beside = contradictions(hearing, subject, placement, located.spots);
  return beside.length === 0 ? located : { is: "somewhere", spots: [...located.spots, ...beside] };
}

/** Where it was asked to be. */
function whereAsked(hearing: Hearing, subject: Subject, asking: ReadonlySet<Subject>): Located {
  const placement = placementOf(hearing, subject);
  const clouds = cloudsAnswering(hearing, subject);
  if (placement === undefined) return storeOf(hearing, subject, clouds) ?? unclassified(hearing, subject);
  switch (placement.by) {
    case "global":
      return { is: "nowhere", because: placement.because };
    case "lookup": {
      // What is known to be elsewhere is used from here, whoever says it.
      const spots = saidSpots(hearing, subject, placement);
      return spots.length > 0 ? { is: "somewhere", spots } : { is: "nowhere", because: placement.because };
    }
    case "opaque":
      return { is: "opaque", because: placement.because };
    case "fixed": {
      const { regions, because } = placement;
      const spots = (code: string) =>
        clouds.flatMap((facts) => spotsNamed(facts, { code, path: "", chain: [{ at: because, text: code }] }));
      return { is: "somewhere", spots: regions.flatMap(spots) };
    }
    case "host": {
      const provider = providerOf(hearing, subject);
      const hosted = provider.is === "other" ? provider.hosted : undefined;
      return hosted === undefined
        ? unclassified(hearing, subject)
        : atHost(hearing, subject, hosted.host, forChild(hearing, subject, asking));
    }
    case "assigned": {
      const told = toldSpots(hearing, subject, placement);
      return told.length > 0
        ? { is: "somewhere", spots: told }
        : somewhere(undecided({ path: "", chain: [] }, placement.because, "waive it, or use a resource that takes a place"));
    }
    case "provider": {
      if (clouds.length === 0) return somewhere(nobodysCode(subject));
      const ask = forChild(hearing, subject, asking);
      const own = attributeSpots(subject, clouds, placement.paths ?? [], "region", undefined, hearing, ask);
      if (own.silent) return { is: "somewhere", spots: [...own.spots, ...providerSpots(hearing, subject, clouds)] };
      const spots = placement.within ? bounded(own.spots, providerSpots(hearing, subject, clouds)) : own.spots;
      return { is: "somewhere", spots };
    }
    case "order":
      return { is: "somewhere", spots: clouds.flatMap((facts) => orderSpots(subject, facts, placement)) };
    case "parent":
      return withParent(hearing, subject, placement, clouds, asking);
    case "attribute":
      return byAttribute(hearing, subject, placement, clouds, asking);
  }
}

/** A zone and the region that it cannot leave: where the block says which, a zone that is not known is in it, and one of another region is a contradiction. */
function bounded(zones: readonly Spot[], block: readonly Spot[]): readonly Spot[] {
  const said = block.filter(isSaid);
  return [...(said.length === block.length ? zones.filter(isSaid) : zones), ...said];
}

const isSaid = ({ is }: Spot): boolean => is !== "undecided";

/** What speaks S3 is at the store that its block names, once anybody knows whose that is. */
function storeOf(hearing: Hearing, subject: Subject, clouds: readonly CloudFacts[]): Located | undefined {
  if (!speaksS3(hearing, subject)) return undefined;
  if (clouds.length > 0) return atEndpoint(hearing, subject);
  return subject.provider?.hidden === true ? somewhere(nobodysCode(subject)) : undefined;
}

/** A region's code is an operator's own, and nothing says whose cloud this is. */
const nobodysCode = (subject: Subject): Spot =>
  undecided(
    { path: "", chain: [{ at: subject.provider?.address ?? `provider ${subject.providerSource ?? ""}` }] },
    "nothing says whose cloud this is, and without its operator a region's code means nothing",
    showBlock(subject.provider, "write the address of an approved operator in the provider block"),
  );

/** Another stack's state is where its backend is, and the rule on backends judges that. */
const REMOTE_STATE = "terraform_remote_state";

function unclassified(hearing: Hearing, subject: Subject): Located {
  const provider = providerOf(hearing, subject);
  if (subject.kind === "data" && subject.type === REMOTE_STATE && provider.is === "other" && provider.other.kind === "engine")
    return { is: "nowhere", because: "it is where the backend is that it reads, which state/backend judges" };
  // Who asks for an address is asked about each: only what is read says by it what it is.
  const what =
    subject.kind !== "data" ? "resource type" : subject.address.split(".").includes("ephemeral") ? "ephemeral resource" : "data source";
  if (provider.is === "unknown") return { is: "unclassified", because: provider.because };
  if (provider.is === "other" && provider.other.kind === "opaque")
    return { is: "unclassified", because: `what ${subject.type} does, and where, is not seen: ${provider.other.because}` };
  return { is: "unclassified", because: `the catalogue does not know the ${what} ${subject.type}` };
}

function byAttribute(
  hearing: Hearing,
  subject: Subject,
  placement: Extract<Placement, { by: "attribute" }>,
  clouds: readonly CloudFacts[],
  asking: ReadonlySet<Subject>,
): Located {
  if (clouds.length === 0) return somewhere(nobodysCode(subject));
  const { paths, names = "region", absent, parent } = placement;
  const ask = forChild(hearing, subject, asking);
  const own = attributeSpots(subject, clouds, paths, names, placement.special, hearing, ask);
  if (!own.silent) return { is: "somewhere", spots: own.spots };
  const told = own.spots.length > 0 ? [] : toldSpots(hearing, subject, placement);
  if (told.length > 0) return { is: "somewhere", spots: told };
  const beside = parent === undefined ? undefined : pointedAt(hearing, subject, parent.path, parent.of, ask);
  const silent = beside ?? whenSilent(hearing, subject, clouds, paths[0] ?? "", absent, () => ({ is: "somewhere", spots: [] }));
  if (own.spots.length === 0) return silent;
  return { is: "somewhere", spots: [...own.spots, ...(silent.is === "somewhere" ? silent.spots : [])] };
}

function withParent(
  hearing: Hearing,
  subject: Subject,
  placement: Extract<Placement, { by: "parent" }>,
  clouds: readonly CloudFacts[],
  asking: ReadonlySet<Subject>,
): Located {
  const { path, of, absent } = placement;
  const found = pointedAt(hearing, subject, path, of, forChild(hearing, subject, asking));
  if (found === undefined) return whenSilent(hearing, subject, clouds, path, absent, () => ({ is: "somewhere", spots: [] }));
  // A literal id says nothing, but the provider may have said where the thing is.
  const told = toldSpots(hearing, subject, placement);
  return told.length > 0 && found.is === "somewhere" && found.spots.every((spot) => spot.is === "undecided")
    ? { is: "somewhere", spots: told }
    : found;
}

/** Asks for the place of a parent, knowing for whom. */
function forChild(hearing: Hearing, child: Subject, asking: ReadonlySet<Subject>): (parent: Subject) => Located {
  const family = new Set([...asking, child]);
  return (parent) => locateAsParent(hearing, parent, family);
}

interface Own {
  readonly spots: readonly Spot[];
  /** Nothing stands at any of the paths, or nothing may. */
  readonly silent: boolean;
}

function attributeSpots(
  subject: Subject,
  clouds: readonly CloudFacts[],
  paths: readonly string[],
  names: PlaceName,
  table: Extract<Placement, { by: "attribute" }>["special"],
  hearing: Hearing,
  ask: (neighbour: Subject) => Located,
): Own {
  const spots: Spot[] = [];
  let silent = true;
  for (const path of paths) {
    const readings = subject.read(path);
    // One entry of a list that says nothing is silence, whatever the others say.
    let said = readings.length > 0;
    for (const reading of readings) {
      for (const one of candidates(reading.value)) {
        if (one.is === "absent") said = false;
        if (one.is === "unknown")
          spots.push(
            ...(samePlace(hearing, subject, reading.path, one, clouds, ask) ?? [
              undecided(
                { path: reading.path, chain: one.chain },
                `${reading.path} is not known: ${one.cause}`,
                `set ${reading.path} to an approved region, as a literal${howToSettle(one.cause)}`,
              ),
            ]),
          );
        if (one.is !== "text") continue;
        const wish = special(table, one.text);
        for (const facts of clouds)
          for (const spot of wish === undefined
            ? spotsNamed(facts, { code: one.text, path: reading.path, chain: one.chain }, names)
            : wished(hearing, subject, clouds, reading.path, one.text, wish))
            spots.push(spot);
      }
    }
    if (said) silent = false;
  }
  return { spots, silent };
}

function wished(
  hearing: Hearing,
  subject: Subject,
  clouds: readonly CloudFacts[],
  path: string,
  text: string,
  wish: NonNullable<Parameters<typeof whenSilent>[4]>,
): readonly Spot[] {
  if (wish.means === "everywhere") return [{ is: "everywhere", code: text, because: wish.because, path, chain: [] }];
  const located = whenSilent(hearing, subject, clouds, path, wish, () => ({ is: "somewhere", spots: [] }));
  return located.is === "somewhere" ? located.spots : [];
}
