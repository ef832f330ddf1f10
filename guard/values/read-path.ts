import { deeper } from "./budget.ts";
import { extend } from "./chain.ts";
import { anyList, restOf, type Segment, segmentsOf } from "./segments.ts";
import { join, unknown } from "./sets.ts";
import { settle } from "./settle.ts";
import { type ChoiceTerm, elements, entries, exposed, type ObjectTerm, prefix, type Term } from "./term.ts";
import type { Value } from "./value.ts";

/** What stands at one concrete path. */
export interface Standing {
  readonly path: string;
  readonly value: Value;
}

/**
 * Every value that stands at a path such as `nodes[].region`. A block may be written as an object or as a list of one, whatever the path says,
 * and a list at the end of a path means its members. A list that may be empty gives an absent value beside those that it may have.
 */
export function readPath(term: Term, path: string): readonly Standing[] {
  const segments = segmentsOf(path);
  return deeper(
    () => named(term, segments, 0, ""),
    (cause) => [{ path, value: unknown(cause) }],
  );
}

/** The value called by the segment at `index`, in an object. */
function named(term: Term, segments: readonly Segment[], index: number, before: string): readonly Standing[] {
  const segment = segments[index];
  if (segment === undefined) return [{ path: before, value: settle(term) }];
  const path = before === "" ? segment.name : `${before}.${segment.name}`;
  const one = exposed(term);
  switch (one.kind) {
    case "choice":
      return alternatives(one, (option) => named(option, segments, index, before), restOf(segments, index, before));
    case "unknown":
      return [{ path: restOf(segments, index, before), value: settle(one) }];
    case "object": {
      const found = one.get(segment.name);
      return found === undefined ? missing(segments, index, before, one) : standing(prefix(one.chain, found), segments, index, path);
    }
    default:
      if (one.kind === "known" && one.value === null) return missing(segments, index, before, one);
      return [{ path, value: unknown(`${before || "it"} is no block`, [], one.chain) }];
  }
}

/** The value that stands at the segment at `index`. */
function standing(term: Term, segments: readonly Segment[], index: number, path: string): readonly Standing[] {
  return deeper(
    () => inside(term, segments, index, path),
    (cause) => [{ path, value: unknown(cause) }],
  );
}

function inside(term: Term, segments: readonly Segment[], index: number, path: string): readonly Standing[] {
  const one = exposed(term);
  const segment = segments[index];
  const next = segments[index + 1];
  switch (one.kind) {
    case "choice":
      return alternatives(one, (option) => standing(option, segments, index, path), path);
    case "unknown":
      return [{ path: restOf(segments, index + 1, segment?.list && !path.endsWith("]") ? `${path}[]` : path), value: settle(one) }];
    case "tuple":
      // Some products tell an empty list from none at all.
      if (one.length === 0 && next === undefined && segment?.list !== true)
        return [{ path, value: { kind: "known", value: [], chain: one.chain } }];
      return elements(one).flatMap((element, at) => member(element(), segments, index, `${path}[${at}]`));
    case "object":
      if (segment?.list !== true) return named(one, segments, index + 1, path);
      return isMap(one, next)
        ? [...(entries(one) ?? [])].flatMap(([key, value]) => member(value(), segments, index, `${path}[${JSON.stringify(key)}]`))
        : named(one, segments, index + 1, `${path}[0]`);
    case "known":
      if (next === undefined) return [{ path, value: settle(one) }];
      return one.value === null
        ? missing(segments, index + 1, path, one)
        : [{ path: restOf(segments, index + 1, path), value: unknown(`${path} is no block`, [], one.chain) }];
  }
}

/** A member of a list: lists in lists are walked through. */
function member(term: Term, segments: readonly Segment[], index: number, path: string): readonly Standing[] {
  const one = exposed(term);
  if (one.kind === "tuple") return standing(one, segments, index, path);
  if (one.kind === "choice") return alternatives(one, (option) => member(option, segments, index, path), path);
  return named(one, segments, index + 1, path);
}

/** Where a list of blocks is expected, an object is one block, unless it is a map of objects. */
function isMap(object: ObjectTerm, next: Segment | undefined): boolean {
  if (next === undefined) return true;
  if (object.keys.includes(next.name)) return false;
  return object.keys.length > 0 && object.keys.every((key) => ["object", "unknown"].includes(exposed(object.get(key) ?? object).kind));
}

/** Nothing stands there: a missing block that may come many times is none, anything else is an absent value. */
function missing(segments: readonly Segment[], index: number, before: string, of: Term): readonly Standing[] {
  if (anyList(segments, index)) return [];
  return [{ path: restOf(segments, index, before), value: { kind: "absent", chain: of.chain } }];
}

/** What stands at each path in one case or another. Where a case has nothing, that is said. */
function alternatives(choice: ChoiceTerm, read: (option: Term) => readonly Standing[], path: string): readonly Standing[] {
  const cases = choice.options.map(read);
  const byPath = new Map<string, Value[]>();
  for (const { path: at, value } of cases.flat()) byPath.set(at, [...(byPath.get(at) ?? []), value]);
  const found = [...byPath].map(([at, values]) => ({ path: at, value: join(...values) }));
  const empty = cases.some((one) => one.length === 0) && found.length > 0 ? [{ path, value: { kind: "absent" as const, chain: [] } }] : [];
  return [...found, ...empty].map(({ path: at, value }) => ({ path: at, value: { ...value, chain: extend(choice.chain, value.chain) } }));
}
