import type { IsoDate } from "../catalogue/index.ts";
import type { Approvals } from "./approvals.ts";
import type { Infrastructure, Subject } from "./infrastructure.ts";
import type { Knowledge } from "./knowledge.ts";

/** One infrastructure before the judge: what is judged, by what, as of which day. */
export interface Hearing {
  readonly infrastructure: Infrastructure;
  readonly approvals: Approvals;
  readonly knowledge: Knowledge;
  readonly day: IsoDate;
  /** Subjects that an address means: the one itself, or every instance of a resource with `count` or `for_each`. */
  subjectsAt(address: string): readonly Subject[];
  /** Resources of a type, those that leave left out. */
  resourcesOf(type: string): readonly Subject[];
  /** Resources whose `id` is known to be this text. */
  subjectsById(id: string): readonly Subject[];
  /** Computes once per subject. */
  once<T>(what: string, subject: Subject, compute: () => T): T;
}

export function openHearing(infrastructure: Infrastructure, approvals: Approvals, knowledge: Knowledge, day: IsoDate): Hearing {
  const computed = new Map<string, Map<Subject, unknown>>();
  let instances: ReadonlyMap<string, readonly Subject[]> | undefined;
  let types: ReadonlyMap<string, readonly Subject[]> | undefined;
  let ids: ReadonlyMap<string, readonly Subject[]> | undefined;
  return {
    infrastructure,
    approvals,
    knowledge,
    day,
    subjectsAt(address) {
      const exact = infrastructure.find(address);
      if (exact !== undefined) return [exact];
      instances ??= groupedBy(infrastructure, (subject) => [withoutKey(subject.address)]);
      return instances.get(withoutKey(address)) ?? [];
    },
    resourcesOf(type) {
      types ??= groupedBy(infrastructure, (one) => (one.kind === "resource" && one.leaves === undefined ? [one.type] : []));
      return types.get(type) ?? [];
    },
    subjectsById(id) {
      ids ??= groupedBy(infrastructure, knownIds);
      return ids.get(id) ?? [];
    },
    once<T>(what: string, subject: Subject, compute: () => T): T {
      let cache = computed.get(what) as Map<Subject, T> | undefined;
      if (cache === undefined) {
        cache = new Map();
        computed.set(what, cache);
      }
      const known = cache.get(subject);
      if (known !== undefined) return known;
      const found = compute();
      cache.set(subject, found);
      return found;
    },
  };
}

/** `a.b[0]` and `a.b["x"]` are instances of `a.b`. */
const withoutKey = (address: string): string => (address.endsWith("]") ? address.slice(0, address.lastIndexOf("[")) : address);

function knownIds(subject: Subject): readonly string[] {
  // Anybody can write an id; that it is this one's the provider says.
  if ((subject.kind !== "resource" && subject.kind !== "data") || subject.written?.("id") === true) return [];
  return subject.read("id").flatMap(({ value }) => (value.kind === "known" && typeof value.value === "string" ? [value.value] : []));
}

function groupedBy({ subjects }: Infrastructure, keys: (subject: Subject) => readonly string[]): ReadonlyMap<string, readonly Subject[]> {
  const groups = new Map<string, Subject[]>();
  for (const subject of subjects)
    for (const key of keys(subject)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [subject]);
      else group.push(subject);
    }
  return groups;
}
