import type { Subject } from "./infrastructure.ts";

/** `a.b[0]` and `a.b["x"]` are instances of `a.b`. */
export const withoutLastKey = (address: string): string => (address.endsWith("]") ? address.slice(0, address.lastIndexOf("[")) : address);

/** Ids by which others may name a resource. Anybody can write an id; that it is this one's the provider says. */
export function knownIds(subject: Subject): readonly string[] {
  if ((subject.kind !== "resource" && subject.kind !== "data") || subject.written?.("id") === true) return [];
  return subject.read("id").flatMap(({ value }) => (value.kind === "known" && typeof value.value === "string" ? [value.value] : []));
}
