import type { Hearing } from "../hearing/hearing.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { type Ask, pointedAt } from "./parent.ts";
import type { Located } from "./spot.ts";

/**
 * Where the resource is that a data source looks up, if it is one of the same infrastructure: its `id`, `cluster_id` or `name` is written as that of a
 * resource of the same type.
 */
export function soughtHere(hearing: Hearing, subject: Subject, ask: Ask): Located | undefined {
  if (subject.kind !== "data") return undefined;
  const noun =
    subject.type
      .replace(/_v\d+$/, "")
      .split("_")
      .at(-1) ?? "";
  for (const path of ["id", `${noun}_id`]) {
    const found = pointedAt(hearing, subject, path, [subject.type], ask);
    if (found !== undefined && isKnown(found)) return found;
  }
  const [named, ...others] = byName(hearing, subject).map(ask);
  return named !== undefined && others.length === 0 && isKnown(named) ? named : undefined;
}

const isKnown = (located: Located): boolean =>
  located.is === "somewhere" && located.spots.length > 0 && located.spots.every(({ is }) => is !== "undecided");

/** Resources of its type from whose own `name` the name was taken, whole. */
function byName(hearing: Hearing, subject: Subject): readonly Subject[] {
  const names = subject.read("name").flatMap(({ value }) => candidates(value));
  const found = names.flatMap((one) =>
    one.is !== "text"
      ? []
      : one.chain
          .filter(({ at }) => at.endsWith(".name"))
          .flatMap(({ at }) => hearing.subjectsAt(at.slice(0, -".name".length)))
          .filter((target) => target.kind === "resource" && target.type === subject.type)
          .filter((target) => target.read("name").some(({ value }) => value.kind === "known" && value.value === one.text)),
  );
  return [...new Set(found)];
}
