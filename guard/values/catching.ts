import { plainName } from "./functions/index.ts";
import type { Node } from "./language/index.ts";
import { settle } from "./settle.ts";
import { choiceOf, each, failure, knownTerm, type Term, unknownTerm } from "./term.ts";

/** An argument of `try` or `can`: what was written, and what it can be. */
export interface Tried {
  readonly node: Node;
  readonly term: () => Term;
}

/** Functions that exist to fail, and are computed exactly or not at all. */
const FAILING = new Set(["regex", "tonumber", "tobool"]);

/**
 * Whether an expression fails in the engine exactly when it fails here. That is so for a plain reference: a step leads somewhere or not. Of anything
 * else we compute only the part that is asked for, and take in more than the engine does (`[ok, missing][0]`), so that its success proves nothing.
 */
function isPlain(node: Node): boolean {
  switch (node.type) {
    case "literal":
    case "name":
      return true;
    case "attribute":
      return isPlain(node.of);
    case "index":
      return isPlain(node.of) && isPlain(node.key);
    case "call":
      return FAILING.has(node.name) && !node.expand && node.args.every(isPlain);
    // Written out to the last value, there is nothing in it that could fail unseen.
    case "tuple":
      return node.items.every(({ type }) => type === "literal");
    case "object":
      return node.entries.every(({ key, value }) => key.type === "literal" && value.type === "literal");
    default:
      return false;
  }
}

/** `try`: the first argument that does not fail; where that is not certain, any of them that may be it. */
export function attempt([first, ...rest]: readonly Tried[]): Term {
  if (first === undefined) return failure("try() is given nothing that succeeds");
  const certain = isPlain(first.node);
  return each(first.term(), (one) => {
    if (one.kind !== "unknown") return certain || rest.length === 0 ? one : choiceOf([one, attempt(rest)]);
    if (one.fails && certain) return attempt(rest);
    const stranger = one.fails ? unknownTerm(one.cause, one.refs, one.chain) : one;
    return rest.length === 0 ? stranger : choiceOf([stranger, attempt(rest)]);
  });
}

export function can(tried: Tried | undefined): Term {
  if (tried === undefined) return failure("can() needs an expression");
  if (!isPlain(tried.node)) return unknownTerm("can() of what is no plain reference is left to the engine");
  return each(tried.term(), (one) => {
    if (one.kind === "unknown") return one.fails ? knownTerm(false, one.chain) : unknownTerm(`can() of what is not known: ${one.cause}`);
    const whole = settle(one);
    return whole.kind === "unknown" ? unknownTerm(`can() of what is not known: ${whole.cause}`) : knownTerm(true, whole.chain);
  });
}

/** `issensitive`: certain only where no name is involved, since what a name stands for may be marked by a schema, or on a way that is not followed. */
export function sensitivity(argument: Node | undefined): Term {
  if (argument === undefined) return failure("issensitive() needs a value");
  if (argument.type === "literal") return knownTerm(false);
  if (argument.type === "call" && plainName(argument.name) === "sensitive") return knownTerm(true);
  return choiceOf([knownTerm(true), knownTerm(false)]);
}
