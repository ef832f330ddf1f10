import type { Json } from "../../../guard/values/json.ts";
import { termOf } from "../../../guard/values/json-term.ts";
import { settle } from "../../../guard/values/settle.ts";
import { choiceOf, knownTerm, objectOf, type Term, unknownTerm } from "../../../guard/values/term.ts";
import type { Value } from "../../../guard/values/value.ts";

/** Names for tests: `known.x`, `two.x` (one of two), `open.x` (unknown), `ref.id` (a resource's computed attribute). */
export function evaluated(json: Json, names: Readonly<Record<string, Term>> = {}): Value {
  const any = (make: (name: string) => Term): Term => ({ kind: "object", keys: [], chain: [], get: () => undefined, rest: make });
  const roots: Record<string, Term> = {
    open: any((name) => unknownTerm(`open.${name} is anybody's guess`)),
    ref: any((name) => unknownTerm(`ref.${name} is known after apply`, ["ovh_x.ref"])),
    two: any((name) => choiceOf([knownTerm(`${name}1`), knownTerm(`${name}2`)])),
    half: objectOf(
      new Map<string, () => Term>([
        ["region", () => knownTerm("GRA11")],
        ["id", () => unknownTerm("its id is not known")],
      ]),
    ),
    ...names,
  };
  return settle(termOf(json, { scope: { root: (name) => (Object.hasOwn(roots, name) ? roots[name] : undefined) } }));
}

/** Without the way by which it came. */
export function bare(value: Value): unknown {
  const { chain: _, ...rest } = value;
  return rest;
}
