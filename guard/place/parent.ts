import { split } from "../approvals/approvals.ts";
import { regionOf } from "../approvals/regions.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { namesakes } from "../hearing/namesakes.ts";
import { takenFrom, takenUnknown } from "../hearing/taken-from.ts";
import { cloudsAnswering } from "../operator/operator.ts";
import { type Candidate, candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { spotsNamed, undecided } from "./codes.ts";
import { providerSpots } from "./provider.ts";
import type { Located, Spot } from "./spot.ts";

/** Where another subject is, asked as the parent of one. */
export type Ask = (subject: Subject) => Located;

/** Places of whatever an attribute points at. Undefined: nothing stands there. */
export function pointedAt(
  hearing: Hearing,
  subject: Subject,
  path: string,
  of: readonly string[] | undefined,
  ask: Ask,
  named?: string,
): Located | undefined {
  const readings = subject.read(path);
  const found = readings.flatMap((reading) =>
    candidates(reading.value).flatMap((one) => (one.is === "absent" ? [] : follow(hearing, subject, reading.path, one, of, ask, named))),
  );
  if (found.length === 0) return undefined;
  const spots = found.flatMap((one) => (one.is === "somewhere" ? one.spots : []));
  const closed = found.find(
    (one): one is Extract<Located, { is: "unclassified" | "opaque" }> => one.is === "unclassified" || one.is === "opaque",
  );
  if (closed !== undefined) return { is: "somewhere", spots: [...spots, cannot(path, closed.because)] };
  const [first] = found;
  return spots.length > 0 || first === undefined ? { is: "somewhere", spots } : first;
}

const cannot = (path: string, because: string): Spot =>
  undecided(
    { path, chain: [] },
    because,
    `point ${path} at a resource whose place is known, or say in the policy where it is: located: { "ID": "CLOUD:REGION" }`,
  );

function follow(
  hearing: Hearing,
  subject: Subject,
  path: string,
  one: Exclude<Candidate, { is: "absent" }>,
  of: readonly string[] | undefined,
  ask: Ask,
  named: string | undefined,
): readonly Located[] {
  const refs = one.is === "unknown" ? one.refs : (subject.references?.(path) ?? []);
  const targets = refs.flatMap((ref) => hearing.subjectsAt(ref));
  const fitting = targets.filter((target) => target !== subject && fits(target, of));
  if (fitting.length > 0 && (one.is === "unknown" ? refs.every((ref) => hearing.subjectsAt(ref).some((t) => fits(t, of))) : true))
    return fitting.map((target) => through(ask(target), path, target));
  if (one.is === "unknown") {
    const owners = takenUnknown(hearing, path, one).filter((target) => target !== subject && fits(target, of));
    if (owners.length > 0) return owners.map((target) => through(ask(target), path, target));
  }
  const because = (text: string) => [{ is: "somewhere", spots: [cannot(path, text)] } as const];
  if (one.is === "text") {
    const owners = takenFrom(hearing, path, one).filter((target) => target !== subject && fits(target, of));
    if (owners.length > 0) return owners.map((target) => through(ask(target), path, target));
    return byId(hearing, subject, path, one, of, ask, named) ?? because(literal(one.text, one.sensitive, path));
  }
  if (targets.length > 0) return because(`${path} points at ${refs.join(", ")}, which is no ${(of ?? []).join(" or ")}`);
  return because(`${path} is not known: ${one.cause}`);
}

const literal = (id: string, sensitive: boolean, path: string): string =>
  `${path} names ${sensitive ? "something" : `"${id}"`} made elsewhere, by its id only, and an id does not say where that is`;

/** An id that the policy locates, or that belongs to something in this infrastructure. */
function byId(
  hearing: Hearing,
  subject: Subject,
  path: string,
  one: Extract<Candidate, { is: "text" }>,
  of: readonly string[] | undefined,
  ask: Ask,
  named: string | undefined,
): readonly Located[] | undefined {
  const { located } = hearing.approvals;
  if (Object.hasOwn(located, one.text)) {
    const [cloud, code] = split(located[one.text] ?? "");
    const facts = hearing.knowledge.cloud(cloud);
    const chain = [...one.chain, { at: "located in the policy", text: located[one.text] ?? "" }];
    if (facts !== undefined) return [{ is: "somewhere", spots: spotsNamed(facts, { code, path, chain }) }];
  }
  const byName = named === undefined ? [] : (of ?? []).flatMap((type) => namesakes(hearing, type, named, one.text));
  const owners = [...new Set([...hearing.subjectsById(one.text), ...byName])].filter((target) => target !== subject && fits(target, of));
  if (owners.length > 0) return owners.map((target) => through(ask(target), path, target));
  const spots = saidById(hearing, subject, path, one);
  return spots.length === 0 ? undefined : [{ is: "somewhere", spots }];
}

/** Where an id itself says that it is; the provider's own place counts beside it, since some types ask that one and fail where the two differ. */
function saidById(hearing: Hearing, subject: Subject, path: string, one: Extract<Candidate, { is: "text" }>): readonly Spot[] {
  const [code = "", rest = "", ...more] = one.text.split("/");
  if (rest === "" || more.length > 0) return [];
  return cloudsAnswering(hearing, subject).flatMap((facts) =>
    facts.idsBeginWithPlace === undefined || regionOf(facts, code) === undefined
      ? []
      : [
          ...spotsNamed(facts, { code, path, chain: [...one.chain, { at: "the place that the id begins with", text: code }] }),
          ...providerSpots(hearing, subject, [facts]),
        ],
  );
}

const fits = (target: Subject, of: readonly string[] | undefined): boolean =>
  of === undefined
    ? target.kind === "resource" || target.kind === "data"
    : of.includes(target.kind === "data" ? `data.${target.type}` : target.type);

/** The way through a parent starts at the child's attribute. */
function through(located: Located, path: string, target: Subject): Located {
  if (located.is !== "somewhere") return located;
  return {
    is: "somewhere",
    spots: located.spots.map((spot) => ({
      ...spot,
      path,
      via: spot.via ?? target.address,
      chain: [{ at: path }, { at: `${target.address}${spot.path ? `.${spot.path}` : ""}` }, ...spot.chain],
    })),
  };
}
