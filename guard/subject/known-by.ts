import type { Subject } from "./infrastructure.ts";

/** Ids by which others may name a resource. Anybody can write an id; that it is this one's the provider says. */
export function knownIds(subject: Subject): readonly string[] {
  if ((subject.kind !== "resource" && subject.kind !== "data") || subject.written?.("id") === true) return [];
  return subject.read("id").flatMap(({ value }) => (value.kind === "known" && typeof value.value === "string" ? [value.value] : []));
}
