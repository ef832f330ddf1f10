import { candidates } from "./decide.ts";
import type { Subject } from "./infrastructure.ts";

/** What stands beside an attribute, in the same block or entry of a list. */
export function beside(subject: Subject, at: string, name: string) {
  const dot = at.lastIndexOf(".");
  const path = dot < 0 ? name : `${at.slice(0, dot)}.${name}`;
  const generic = path.replace(/\[[^\]]*\]/g, "[]");
  return subject.read(generic).flatMap((reading) => (reading.path === path ? candidates(reading.value) : []));
}

/** Whether an attribute counts by what stands beside it; one that does not say for certain counts. */
export function counts(
  subject: Subject,
  where: { readonly attribute: string; readonly is: readonly string[] } | undefined,
  at: string,
): boolean {
  if (where === undefined) return true;
  const found = beside(subject, at, where.attribute);
  return (
    found.length === 0 || found.some((one) => one.is !== "text" || where.is.some((word) => word.toLowerCase() === one.text.toLowerCase()))
  );
}
