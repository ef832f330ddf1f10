import type { IsoDate } from "../../catalogue/index.ts";
import type { Approvals } from "../approvals/approvals.ts";
import type { Infrastructure, Subject } from "../subject/infrastructure.ts";
import { withoutLastKey } from "../subject/instance-keys.ts";
import { knownIds } from "../subject/known-by.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Watching } from "./watching.ts";

/** One infrastructure before the judge: what is judged, by what, as of which day. */
export interface Hearing {
  readonly infrastructure: Infrastructure;
  readonly approvals: Approvals;
  readonly knowledge: Knowledge;
  readonly day: IsoDate;
  /** Subjects that an address means: the one itself, or every instance of a resource with `count` or `for_each`. */
  subjectsAt(address: string): readonly Subject[];
  /** Resources of a type, those that leave left out. */
  resourcesOf(type: string): Iterable<Subject>;
  /** Resources whose `id` is known to be this text. */
  subjectsById(id: string): readonly Subject[];
  /** What is known of all subjects like this one, by slot (`perSort`): those of one kind and type, under one provider and its block. */
  sortOf(subject: Subject): unknown[];
  /** What is known of this hearing as a whole, by slot (`perKey`). */
  readonly shared: unknown[];
  /** Whoever notes what is asked of the subject that is judged now. */
  watching: Watching | undefined;
}

export function openHearing(infrastructure: Infrastructure, approvals: Approvals, knowledge: Knowledge, day: IsoDate): Hearing {
  const sortOf = sorting();
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
      const plain = withoutLastKey(address);
      if (infrastructure.instances !== undefined) return infrastructure.instances(plain);
      instances ??= groupedBy(infrastructure, ({ address, leaves }) => (leaves === "unmade" ? [] : [withoutLastKey(address)]));
      return instances.get(plain) ?? [];
    },
    resourcesOf(type) {
      // Who goes through all may meet the one that is judged.
      this.watching?.itself();
      if (infrastructure.ofType !== undefined) return infrastructure.ofType(type);
      types ??= groupedBy(infrastructure, (one) => (one.kind === "resource" && one.leaves === undefined ? [one.type] : []));
      return types.get(type) ?? [];
    },
    subjectsById(id) {
      this.watching?.attribute("id");
      if (infrastructure.withId !== undefined) return infrastructure.withId(id);
      ids ??= groupedBy(infrastructure, knownIds);
      return ids.get(id) ?? [];
    },
    sortOf,
    shared: [],
    watching: undefined,
  };
}

function sorting(): (subject: Subject) => unknown[] {
  // By block first, since two blocks may have all their texts alike; a provider block is its own sort.
  const sorts = new Map<Subject | undefined, Map<string, unknown[]>>();
  let [last, lastSort]: [Subject | undefined, unknown[]] = [undefined, []];
  return (subject) => {
    if (subject === last) return lastSort;
    const { kind, type, provider, providerSource, providerHost } = subject;
    const alike =
      kind !== "provider" &&
      last !== undefined &&
      type === last.type &&
      kind === last.kind &&
      provider === last.provider &&
      providerSource === last.providerSource &&
      providerHost === last.providerHost;
    last = subject;
    if (alike) return lastSort;
    const block = kind === "provider" ? subject : provider;
    let under = sorts.get(block);
    if (under === undefined) {
      under = new Map();
      sorts.set(block, under);
    }
    const key = `${kind}\n${type}\n${providerSource ?? ""}\n${providerHost ?? ""}`;
    let sort = under.get(key);
    if (sort === undefined) {
      sort = [];
      under.set(key, sort);
    }
    lastSort = sort;
    return sort;
  };
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
