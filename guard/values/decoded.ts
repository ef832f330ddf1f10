import { settle } from "./settle.ts";
import { type Term, type UnknownTerm, unknownTerm } from "./term.ts";

/** Where a login to a cluster says which host answers: `clusters[0].cluster.server`. */
const SERVER = [/^clusters$/, /^\d+$/, /^cluster$/, /^server$/];

/**
 * What `yamldecode` makes of a text that a resource hands out once it is made. It points at no resource, nor does what stands in it; but the host in
 * a login is the host of whoever hands that out.
 */
export function decoded(made: Term, text: Term | undefined): Term {
  if (text === undefined || made.kind !== "unknown" || made.fails) return made;
  const whole = settle(text);
  return whole.kind === "unknown" && whole.refs.length > 0 ? { ...made, inside: onTheWay(whole.refs, SERVER) } : made;
}

function onTheWay(refs: readonly string[], [next, ...rest]: readonly RegExp[]): NonNullable<UnknownTerm["inside"]> {
  return (key, { cause, chain }) => {
    if (next?.test(String(key)) !== true) return unknownTerm(cause, [], chain);
    return rest.length === 0 ? unknownTerm(cause, refs, chain) : { ...unknownTerm(cause, [], chain), inside: onTheWay(refs, rest) };
  };
}
