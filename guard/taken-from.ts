import type { Candidate } from "./decide.ts";
import type { Hearing } from "./hearing.ts";
import type { Subject } from "./infrastructure.ts";
import { pointsByName } from "./points-by-name.ts";

/** Attributes by which something is pointed at though their text is known beforehand. */
const NAMES = new Set(["name", "bucket"]);

/** Resources whose own name a text is, whole, and from which it was taken: `bucket = ionoscloud_s3_bucket.b.name`. */
export function takenFrom(hearing: Hearing, path: string, { text, chain }: Extract<Candidate, { is: "text" }>): readonly Subject[] {
  if (!pointsByName(path)) return [];
  return chain.flatMap(({ at }) => {
    const dot = at.lastIndexOf(".");
    const name = at.slice(dot + 1);
    if (!NAMES.has(name)) return [];
    return hearing
      .subjectsAt(at.slice(0, dot))
      .filter((one) => one.read(name).some(({ value }) => value.kind === "known" && value.value === text));
  });
}
