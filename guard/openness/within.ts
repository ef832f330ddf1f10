import type { ExposureReading } from "../../clouds/contract/index.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { beside } from "../subject/beside.ts";
import { type Candidate, candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";

type Within = NonNullable<ExposureReading["within"]>;

/** Whether a network is certainly private. */
type IsPrivate = (network: Subject) => boolean;

/** Whether it stands in a network that is certainly private, whichever it turns out to be. */
export function isKeptIn(hearing: Hearing, subject: Subject, within: Within | undefined, at: string, isPrivate: IsPrivate): boolean {
  if (within === undefined) return false;
  const found = beside(subject, at, within.attribute);
  return found.length > 0 && found.every((one) => namesPrivate(hearing, subject, within, one, isPrivate));
}

function namesPrivate(hearing: Hearing, subject: Subject, within: Within, one: Candidate, isPrivate: IsPrivate): boolean {
  const isNetwork = (other: Subject) => other.kind === "resource" && other.leaves === undefined && within.of.includes(other.type);
  // A network's number is another network's under another parent.
  const isOurs = (network: Subject) => isSame(hearing, subject, network, within.sharing);
  if (one.is === "text") {
    const networks = hearing.subjectsById(one.text).filter((other) => isNetwork(other) && isOurs(other));
    return networks.length > 0 && networks.every(isPrivate);
  }
  if (one.is === "absent" || one.mixed === true) return false;
  // What an attribute refers to is another thing in another module.
  subject.references?.(within.attribute);
  const targets = one.refs.map((ref) => hearing.subjectsAt(ref));
  const isCertain = (network: Subject) => isNetwork(network) && isOurs(network) && isPrivate(network);
  return targets.length > 0 && targets.every((networks) => networks.length > 0 && networks.every(isCertain));
}

function isSame(hearing: Hearing, one: Subject, other: Subject, path: string): boolean {
  const [a, ...more] = meaningOf(hearing, one, path);
  const [b, ...others] = meaningOf(hearing, other, path);
  return a !== undefined && a === b && more.length === 0 && others.length === 0;
}

/** What stands there, as texts that are alike where the same is meant; undefined: nobody knows. */
function meaningOf(hearing: Hearing, subject: Subject, path: string): readonly (string | undefined)[] {
  return subject.read(path).flatMap(({ value }) =>
    candidates(value).map((one) => {
      if (one.is === "text") return one.text;
      if (one.is === "absent" || one.mixed === true) return undefined;
      const [parent, ...more] = one.refs.flatMap((ref) => hearing.subjectsAt(ref));
      return parent === undefined || more.length > 0 ? undefined : `the ${parent.address}`;
    }),
  );
}
