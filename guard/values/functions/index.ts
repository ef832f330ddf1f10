/**
 * Terraform's functions, as far as they can be computed exactly without the engine. One that is missing here gives an unknown value that names it;
 * so does one that is given something for which the engine's result is not certain.
 */
import { lift } from "../lift.ts";
import { settle } from "../settle.ts";
import { elements, exposed, type Term, unknownTerm } from "../term.ts";
import { choosing } from "./choosing.ts";
import { collections } from "./collections.ts";
import { encodings } from "./encodings.ts";
import { hashes } from "./hashes.ts";
import { lists } from "./lists.ts";
import { networks } from "./networks.ts";
import { numbers } from "./numbers.ts";
import { paths } from "./paths.ts";
import { strings } from "./strings.ts";
import type { Structural } from "./structural.ts";
import { UNFOLLOWED } from "./unfollowed.ts";

const OPERATIONS = new Map([
  ...Object.entries(strings),
  ...Object.entries(numbers),
  ...Object.entries(lists),
  ...Object.entries(encodings),
  ...Object.entries(hashes),
  ...Object.entries(networks),
  ...Object.entries(paths),
]);
const STRUCTURAL: ReadonlyMap<string, Structural> = new Map([...Object.entries(collections), ...Object.entries(choosing)]);

/** What they return is made of nothing but their first argument: it still points at the same resource. */
const SAME_ORIGIN = new Set([
  "split",
  "lower",
  "upper",
  "trimspace",
  "trimprefix",
  "trimsuffix",
  "tostring",
  "toset",
  "tolist",
  "sort",
  "reverse",
  "distinct",
  "compact",
  "flatten",
]);

/** What depends on how an argument is written, or is a template of its own, is computed by whoever evaluates. */
const BY_WRITING = new Set(["try", "can", "issensitive", "templatestring"]);

/** A function's name without the namespace that the engine's own may be written with. */
export const plainName = (written: string): string => (written.startsWith("core::") ? written.slice("core::".length) : written);

/** Whether a function is computed here without any file, as far as it can be. */
export function isFollowed(written: string): boolean {
  const name = plainName(written);
  return BY_WRITING.has(name) || STRUCTURAL.has(name) || OPERATIONS.has(name);
}

/** Calls a function. `expand`: the last argument is a list whose elements are the arguments. */
export function call(written: string, args: readonly Term[], expand: boolean): Term {
  const name = plainName(written);
  const given = expand ? spread(args) : args;
  if (!Array.isArray(given)) return unknownTerm(`${name}() is given a list that is not known`);
  const structural = STRUCTURAL.get(name);
  if (structural !== undefined) return structural(given);
  const operation = OPERATIONS.get(name);
  if (operation === undefined) return unknownTerm(`${name}() ${Object.hasOwn(UNFOLLOWED, name) ? UNFOLLOWED[name] : "is not followed"}`);
  const result = lift(`${name}()`, operation, given);
  if (result.kind !== "unknown" || result.refs.length > 0 || !SAME_ORIGIN.has(name)) return result;
  return { ...result, refs: origin(name === "split" ? given[1] : given[0]) };
}

function origin(term: Term | undefined): readonly string[] {
  const value = term === undefined ? undefined : settle(term);
  return value?.kind === "unknown" ? value.refs : [];
}

function spread(args: readonly Term[]): readonly Term[] | undefined {
  const last = exposed(args.at(-1) ?? unknownTerm("nothing"));
  return last.kind === "tuple" ? [...args.slice(0, -1), ...elements(last).map((element) => element())] : undefined;
}
