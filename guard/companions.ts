import { candidates } from "./decide.ts";
import type { Hearing } from "./hearing.ts";
import type { Subject } from "./infrastructure.ts";

/** Whether a resource of a type points at a subject. `perhaps`: one points at something that is not known. */
export function placedBeside(hearing: Hearing, subject: Subject, type: string, path: string): "there" | "perhaps" | "missing" {
  const ids =
    subject.written?.("id") === true
      ? []
      : subject.read("id").flatMap(({ value }) => (value.kind === "known" ? [String(value.value)] : []));
  let perhaps = false;
  for (const other of hearing.resourcesOf(type)) {
    for (const reading of other.read(path)) {
      const refs = other.references?.(reading.path) ?? [];
      for (const one of candidates(reading.value)) {
        const all = one.is === "unknown" ? [...one.refs, ...refs] : refs;
        if (all.some((ref) => hearing.subjectsAt(ref).includes(subject))) return "there";
        if (one.is === "text" && ids.includes(one.text)) return "there";
        if (one.is === "unknown" && all.length === 0) perhaps = true;
      }
    }
  }
  return perhaps ? "perhaps" : "missing";
}
