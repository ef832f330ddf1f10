import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { withoutKeys } from "../views/plan/address.ts";
import type { Hearing } from "./hearing.ts";
import { shelfOf } from "./per-sort.ts";
import { takenFrom } from "./taken-from.ts";
import { unwatched } from "./watching.ts";

/** What the resources of a type point at by one attribute. */
interface Pointed {
  /** Addresses. */
  readonly subjects: Set<string>;
  readonly ids: Set<string>;
  /** The same of what it may not be that is pointed at: one of several, or there may be none that points. */
  readonly doubtful: { readonly subjects: Set<string>; readonly ids: Set<string> };
  /** One of them points at something that is not known. */
  perhaps: boolean;
}

const pointed = shelfOf<string, Pointed>();

/** Whether a resource of a type points at a subject. `perhaps`: one points at something that is not known, or may not be there. */
export function placedBeside(hearing: Hearing, subject: Subject, type: string, path: string): "there" | "perhaps" | "missing" {
  return unwatched(hearing, subject, (watching) => {
    watching?.beside.push([type, path]);
    const known = pointed(hearing);
    const key = `${type}\n${path}`;
    const found = known.get(key) ?? pointedAtBy(hearing, type, path);
    known.set(key, found);
    const { subjects, ids, doubtful, perhaps } = found;
    if (subject.leaves === undefined && subjects.has(subject.address)) return "there";
    const own = ids.size > 0 || doubtful.ids.size > 0 ? ownIds(subject) : [];
    if (own.some((id) => ids.has(id))) return "there";
    return perhaps || doubtful.subjects.has(subject.address) || own.some((id) => doubtful.ids.has(id)) ? "perhaps" : "missing";
  });
}

function ownIds(subject: Subject): readonly string[] {
  if (subject.written?.("id") === true) return [];
  return subject.read("id").flatMap(({ value }) => (value.kind === "known" ? [String(value.value)] : []));
}

/** Read once, and not for each of those that may be pointed at: ten thousand buckets have ten thousand access lists. */
function pointedAtBy(hearing: Hearing, type: string, path: string): Pointed {
  const found: Pointed = { subjects: new Set(), ids: new Set(), doubtful: { subjects: new Set(), ids: new Set() }, perhaps: false };
  for (const other of hearing.resourcesOf(type))
    for (const reading of other.read(path)) {
      const refs = other.references?.(reading.path) ?? [];
      const all = candidates(reading.value);
      const isOne = all.length === 1;
      for (const one of all) {
        const named = one.is === "unknown" ? [...new Set([...one.refs, ...refs])] : refs;
        const targets = [
          ...named.flatMap((ref) => hearing.subjectsAt(ref)),
          ...(one.is === "text" ? takenFrom(hearing, reading.path, one) : []),
        ].filter((target) => target.leaves === undefined && target !== other);
        const isOneResource = new Set(targets.map(({ address }) => withoutKeys(address))).size <= 1;
        for (const target of targets)
          (isOne && isOneResource && isBeside(other, target) ? found : found.doubtful).subjects.add(target.address);
        if (one.is === "text") (isOne && other.uncounted === undefined ? found : found.doubtful).ids.add(one.text);
        if (one.is === "unknown" && named.length === 0) found.perhaps = true;
      }
    }
  return found;
}

/** Whether there is one wherever there is the other: each number that decides of it decides of the other too. */
const isBeside = ({ uncounted = [] }: Subject, target: Subject): boolean =>
  uncounted.every((number) => target.uncounted?.includes(number) === true);
