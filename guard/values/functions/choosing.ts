import { choiceOf, each, failure, knownTerm, prefix, type Term, unknownTerm } from "../term.ts";
import { unified } from "../unified.ts";
import type { Structural } from "./structural.ts";

/** Functions that pick one of their arguments. */
export const choosing: Readonly<Record<string, Structural>> = {
  coalesce: (args) =>
    unified(
      firstThat(args, "coalesce", (value) => value !== null && value !== ""),
      () => args,
    ),
  one: ([list]) =>
    each(list ?? failure("one() needs a list"), (tuple) => {
      if (tuple.kind === "unknown") return tuple;
      if (tuple.kind !== "tuple" || tuple.length > 1) return failure("one() is given more than one element");
      return tuple.length === 0 ? knownTerm(null, tuple.chain) : prefix(tuple.chain, tuple.at(0));
    }),
  coalescelist: (args) => {
    for (const arg of args) {
      if (arg.kind === "tuple" ? arg.length > 0 : arg.kind !== "known")
        return arg.kind === "tuple" ? arg : unknownTerm("coalescelist() of what is not known");
      if (arg.kind === "known" && Array.isArray(arg.value) && arg.value.length > 0) return arg;
    }
    return failure("coalescelist() is given no list with elements");
  },
  sensitive: ([arg]) => prefix([{ at: "sensitive()", sensitive: true }], arg ?? failure("sensitive() needs a value")),
  nonsensitive: ([arg]) => arg ?? failure("nonsensitive() needs a value"),
  // Null for what is ephemeral, and the value itself for everything else.
  ephemeralasnull: ([arg]) => choiceOf([arg ?? failure("ephemeralasnull() needs a value"), knownTerm(null)]),
};

/** The first argument that will do. One that may do or not makes it a choice. */
function firstThat(args: readonly Term[], name: string, will: (value: unknown) => boolean): Term {
  const [first, ...rest] = args;
  if (first === undefined) return failure(`${name}() is given nothing that it could return`);
  return each(first, (one) => {
    if (one.kind === "unknown") return one.fails ? one : rest.length === 0 ? one : choiceOf([one, firstThat(rest, name, will)]);
    if (one.kind === "known") return will(one.value) ? one : firstThat(rest, name, will);
    return one;
  });
}
