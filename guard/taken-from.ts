import type { Candidate } from "./decide.ts";
import type { Hearing } from "./hearing.ts";
import type { Subject } from "./infrastructure.ts";

/** Attributes by which something is pointed at though their text is known beforehand. */
const NAMES = new Set(["name", "bucket"]);

/** Attributes that point by a name. One that wants an id says nothing by a name: whoever gives a thing the id of another as its name would choose. */
const POINTS_BY_NAME = /(?:^|[_.])(?:bucket|name)(?:\[\d*\])?$/;

/** Resources whose own name a text is, whole, and from which it was taken: `bucket = ionoscloud_s3_bucket.b.name`. */
export function takenFrom(hearing: Hearing, path: string, { text, chain }: Extract<Candidate, { is: "text" }>): readonly Subject[] {
  if (!POINTS_BY_NAME.test(path)) return [];
  return chain.flatMap(({ at }) => {
    const dot = at.lastIndexOf(".");
    const name = at.slice(dot + 1);
    if (!NAMES.has(name)) return [];
    return hearing
      .subjectsAt(at.slice(0, dot))
      .filter((one) => one.read(name).some(({ value }) => value.kind === "known" && value.value === text));
  });
}
