import type { Infrastructure, Subject, ViewName } from "../subject/infrastructure.ts";

/** Subjects of one document, found by address when somebody asks. */
export function gather(view: ViewName, origin: string, subjects: readonly Subject[], unseen: readonly string[]): Infrastructure {
  let byAddress: Map<string, Subject> | undefined;
  return {
    view,
    origin,
    subjects,
    find(address) {
      // What leaves may have the same address as what takes its place.
      byAddress ??= new Map(subjects.flatMap((one) => (one.leaves === undefined ? [[one.address, one] as const] : [])));
      return byAddress.get(address);
    },
    unseen,
  };
}
