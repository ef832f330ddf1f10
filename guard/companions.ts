import { candidates } from "./decide.ts";
import type { Hearing } from "./hearing.ts";
import type { Subject } from "./infrastructure.ts";
import { shelfOf } from "./per-sort.ts";
import { takenFrom } from "./taken-from.ts";
import { unwatched } from "./watching.ts";

/** What the resources of a type point at by one attribute. */
interface Pointed {
  /** Addresses. */
  readonly subjects: Set<string>;
  readonly ids: Set<string>;
  /** One of them points at something that is not known. */
  perhaps: boolean;
}

const pointed = shelfOf<string, Pointed>();

/** Whether a resource of a type points at a subject. `perhaps`: one points at something that is not known. */
export function placedBeside(hearing: Hearing, subject: Subject, type: string, path: string): "there" | "perhaps" | "missing" {
  return unwatched(hearing, subject, (watching) => {
    watching?.beside.push([type, path]);
    const known = pointed(hearing);
    const key = `${type}\n${path}`;
    const found = known.get(key) ?? pointedAtBy(hearing, type, path);
    known.set(key, found);
    const { subjects, ids, perhaps } = found;
    if (subject.leaves === undefined && subjects.has(subject.address)) return "there";
    if (ids.size > 0 && ownIds(subject).some((id) => ids.has(id))) return "there";
    return perhaps ? "perhaps" : "missing";
  });
}

function ownIds(subject: Subject): readonly string[] {
  if (subject.written?.("id") === true) return [];
  return subject.read("id").flatMap(({ value }) => (value.kind === "known" ? [String(value.value)] : []));
}

/** Read once, and not for each of those that may be pointed at: ten thousand buckets have ten thousand access lists. */
function pointedAtBy(hearing: Hearing, type: string, path: string): Pointed {
  const found: Pointed = { subjects: new Set(), ids: new Set(), perhaps: false };
  for (const other of hearing.resourcesOf(type))
    for (const reading of other.read(path)) {
      const refs = other.references?.(reading.path) ?? [];
      for (const one of candidates(reading.value)) {
        const all = one.is === "unknown" ? [...one.refs, ...refs] : refs;
        for (const ref of all)
          for (const target of hearing.subjectsAt(ref)) if (target.leaves === undefined) found.subjects.add(target.address);
        if (one.is === "text") {
          found.ids.add(one.text);
          for (const target of takenFrom(hearing, reading.path, one)) if (target.leaves === undefined) found.subjects.add(target.address);
        }
        if (one.is === "unknown" && all.length === 0) found.perhaps = true;
      }
    }
  return found;
}
