import { extend } from "./chain.ts";
import type { Json } from "./json.ts";
import { combinations } from "./sets.ts";
import { settle } from "./settle.ts";
import { choiceOf, failure, knownTerm, prefix, type Term, unknownTerm } from "./term.ts";
import type { Chain } from "./value.ts";

/** What an operation says of arguments that the engine would refuse. */
export const FAILS = Symbol("fails");

/** One thing of each argument in, one thing out; `undefined`: it cannot tell exactly; `FAILS`: the engine would stop. */
export type Operation = (...args: readonly Json[]) => Json | undefined | typeof FAILS;

/** Carries an operation on things over to terms: every combination of what the arguments can be. */
export function lift(name: string, operation: Operation, args: readonly Term[]): Term {
  const values = args.map(settle);
  const stranger = values.find((value) => value.kind === "unknown");
  const chain = values.reduce<Chain>((all, value) => extend(all, value.chain), []);
  if (stranger?.kind === "unknown") {
    const broken = args.find((arg) => arg.kind === "unknown" && arg.fails);
    if (broken !== undefined) return broken;
    // Said once more by each operation: a name and what is made of it are told apart by their causes (takenUnknown).
    return unknownTerm(`${name} of a value that is not known: ${stranger.cause}`, [], chain);
  }
  const combined = combinations(values);
  if (!Array.isArray(combined)) return unknownTerm(combined.cause, [], chain);
  return prefix(chain, choiceOf(combined.map((combination) => outcome(name, operation(...combination)))));
}

const LONGEST = 64 * 1024;

function outcome(name: string, result: Json | undefined | typeof FAILS): Term {
  if (result === FAILS) return failure(`${name} fails on what it is given here`);
  if (result === undefined) return unknownTerm(`${name} cannot be computed exactly without the engine`);
  if (typeof result === "string" && result.length > LONGEST) return unknownTerm(`${name} gives a text longer than ${LONGEST} characters`);
  return knownTerm(result);
}
