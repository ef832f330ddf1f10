import type { Infrastructure, Subject } from "../subject/infrastructure.ts";
import { withoutKeys } from "./plan/address.ts";

/**
 * Finds a resource of a plan or a state in the code that it was made from: the instance that has its address, or, where the code does not know the keys,
 * all of which it may be one. Nothing is gone through before somebody asks.
 */
export function instancesIn(code: Infrastructure): (address: string) => readonly Subject[] {
  let byPlain: Map<string, Subject[]> | undefined;
  return (address) => {
    const exact = code.find(address);
    if (exact !== undefined) return [exact];
    byPlain ??= grouped(code);
    return byPlain.get(withoutKeys(address)) ?? [];
  };
}

function grouped({ subjects }: Infrastructure): Map<string, Subject[]> {
  const all = new Map<string, Subject[]>();
  for (const subject of subjects) {
    if (subject.kind !== "resource" && subject.kind !== "data") continue;
    const plain = withoutKeys(subject.address);
    const same = all.get(plain);
    if (same === undefined) all.set(plain, [subject]);
    else same.push(subject);
  }
  return all;
}
