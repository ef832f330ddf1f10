import type { Candidate } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { pointsByName } from "../subject/points-by-name.ts";
import type { Chain, Value } from "../values/value.ts";
import type { Hearing } from "./hearing.ts";

/** Attributes by which something is pointed at though their text is known beforehand. */
const NAMES = new Set(["name", "bucket"]);

/** Resources whose own name a text is, whole, and from which it was taken: `bucket = ionoscloud_s3_bucket.b.name`. */
export function takenFrom(hearing: Hearing, path: string, { text, chain }: Extract<Candidate, { is: "text" }>): readonly Subject[] {
  return pointsByName(path) ? namedBy(hearing, chain, (value) => value.kind === "known" && value.value === text) : [];
}

/**
 * The same of a name that nobody knows yet: it is theirs when it is not known for the same reason, word for word. What is made of a name, or put
 * beside it, is not known for another.
 */
export function takenUnknown(
  hearing: Hearing,
  path: string,
  { cause, chain, mixed }: Extract<Candidate, { is: "unknown" }>,
): readonly Subject[] {
  if (mixed || !pointsByName(path)) return [];
  return namedBy(hearing, chain, (value) => value.kind === "unknown" && value.mixed !== true && value.cause === cause);
}

/** Of a way that leads through an instance by its own address, other links (`x.y[each.key].name`) only say how it was meant. */
function namedBy(hearing: Hearing, chain: Chain, isIt: (value: Value) => boolean): readonly Subject[] {
  const links = chain.flatMap(({ at }) => {
    const dot = at.lastIndexOf(".");
    return NAMES.has(at.slice(dot + 1)) ? [{ address: at.slice(0, dot), name: at.slice(dot + 1) }] : [];
  });
  const exact = links.filter(({ address }) => hearing.infrastructure.find(address) !== undefined);
  return (exact.length > 0 ? exact : links).flatMap(({ address, name }) =>
    hearing.subjectsAt(address).filter((one) => one.read(name).some(({ value }) => isIt(value))),
  );
}
