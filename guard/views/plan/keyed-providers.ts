import type { Infrastructure, Subject } from "../../subject/infrastructure.ts";
import { withoutKeys } from "./address.ts";

/** Provider blocks that are made once for each of something (OpenTofu's `for_each`), of which a plan shows one, and not whose is which: the code does. */
export interface KeyedProviders {
  /** What the code makes of a block of the plan; empty: it is made once. */
  instances(block: Subject): readonly Subject[];
  /** Under which of them something runs, if every instance that it can be runs under one. */
  of(block: Subject, written: readonly Subject[]): Subject | undefined;
}

export function keyedProviders({ subjects }: Infrastructure): KeyedProviders {
  let found: Map<string, Subject[]> | undefined;
  const instances = (block: Subject): readonly Subject[] => {
    found ??= keyed(subjects);
    return (found.get(block.address) ?? []).filter(
      ({ providerSource, providerHost }) => providerSource === block.providerSource && providerHost === block.providerHost,
    );
  };
  return {
    instances,
    of(block, written) {
      const [first, ...others] = written.map(({ provider }) => provider);
      return first !== undefined && others.every((one) => one === first) && instances(block).includes(first) ? first : undefined;
    },
  };
}

function keyed(subjects: Iterable<Subject>): Map<string, Subject[]> {
  const found = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const plain = subject.kind === "provider" ? withoutKeys(subject.address) : subject.address;
    if (plain !== subject.address) found.set(plain, [...(found.get(plain) ?? []), subject]);
  }
  return found;
}
