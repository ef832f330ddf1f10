import type { Subject } from "../subject/infrastructure.ts";
import type { Hearing } from "./hearing.ts";
import { shelfOf } from "./per-sort.ts";

const named = shelfOf<string, ReadonlyMap<string, readonly Subject[]>>();

/**
 * Resources of a type that certainly have a name: their attribute is this text, and nothing else it may be. For names that are unique at the operator,
 * as those of buckets are: a text that is one of them means that resource, however it was written.
 */
export function namesakes(hearing: Hearing, type: string, attribute: string, text: string): readonly Subject[] {
  // It may be its own.
  hearing.watching?.attribute(attribute);
  const known = named(hearing);
  const key = `${type}\n${attribute}`;
  const found = known.get(key) ?? byName(hearing, type, attribute);
  known.set(key, found);
  return found.get(text) ?? [];
}

/** Read once for all that ask: ten thousand buckets may log to one. */
function byName(hearing: Hearing, type: string, attribute: string): ReadonlyMap<string, readonly Subject[]> {
  const names = new Map<string, Subject[]>();
  for (const subject of hearing.resourcesOf(type))
    for (const { value } of subject.read(attribute)) {
      if (value.kind !== "known" || typeof value.value !== "string" || value.value === "") continue;
      const others = names.get(value.value);
      if (others === undefined) names.set(value.value, [subject]);
      else others.push(subject);
    }
  return names;
}
