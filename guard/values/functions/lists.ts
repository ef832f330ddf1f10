import { boolean, equal, text } from "../convert.ts";
import type { Json } from "../json.ts";
import { FAILS, type Operation } from "../lift.ts";
import { byCodePoint, isList } from "../term.ts";

const LONGEST = 1024;

function onList(compute: (list: readonly Json[], ...rest: readonly Json[]) => Json | undefined | typeof FAILS): Operation {
  return (list, ...rest) => (list !== undefined && isList(list) ? compute(list, ...rest) : FAILS);
}

export const lists: Readonly<Record<string, Operation>> = {
  contains: onList((list, wanted = null) => {
    const same = list.map((one) => equal(one, wanted));
    return same.includes(true) ? true : same.includes(undefined) ? undefined : false;
  }),
  index: onList((list, wanted = null) => {
    const same = list.map((one) => equal(one, wanted));
    const at = same.indexOf(true);
    return same.slice(0, at < 0 ? undefined : at).includes(undefined) ? undefined : at < 0 ? FAILS : at;
  }),
  reverse: onList((list) => [...list].reverse()),
  sort: onList((list) => {
    const texts = list.map(text);
    return texts.every((one) => one !== undefined) ? texts.sort(byCodePoint) : FAILS;
  }),
  distinct: onList((list) => (isUniform(list) ? unique(list) : undefined)),
  compact: onList((list) =>
    list.every((one) => one === null || typeof one === "string") ? list.filter((one) => one !== null && one !== "") : undefined,
  ),
  chunklist: onList((list, size) =>
    isUniform(list) && typeof size === "number" && Number.isInteger(size) && size > 0
      ? Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
      : undefined,
  ),
  matchkeys: onList((list, keys = null, wanted = null) => {
    if (!isList(keys) || !isList(wanted) || keys.length !== list.length) return undefined;
    if (![...keys, ...wanted].every((one) => typeof one === "string") || !isUniform(list)) return undefined;
    return list.filter((_, index) => wanted.includes(keys[index] ?? null));
  }),
  slice: onList((list, from, to) => {
    if (typeof from !== "number" || typeof to !== "number" || from < 0 || to > list.length || from > to) return FAILS;
    return list.slice(from, to);
  }),
  alltrue: onList((list) => truths(list, (all) => all.every(Boolean))),
  anytrue: onList((list) => truths(list, (all) => all.some(Boolean))),
  setunion: (...sets) => onSets(sets, (all) => all.flat()),
  setintersection: (...sets) => onSets(sets, ([first = [], ...rest]) => first.filter((one) => rest.every((set) => set.includes(one)))),
  setsubtract: (...sets) => onSets(sets, ([first = [], second = []]) => first.filter((one) => !second.includes(one))),
  range: (...args) => {
    const numbers = args.filter((one) => Number.isSafeInteger(one)).map(Number);
    return numbers.length === args.length && numbers.length > 0 && numbers.length < 4 ? range(numbers) : undefined;
  },
};

/** Of one type: the engine makes a list of numbers and texts one of texts first. */
function isUniform(list: readonly Json[]): boolean {
  const given = list.filter((one) => one !== null);
  return given.every((one) => typeof one === typeof given[0] && (typeof one !== "object" || given.length < 2));
}

/** From 0 or a number up to another, or down to it, that one left out. */
function range(numbers: readonly number[]): Json | undefined | typeof FAILS {
  const [from = 0, to = 0, written] = numbers.length === 1 ? [0, ...numbers] : numbers;
  const step = written ?? (to < from ? -1 : 1);
  if (step === 0 || (to - from) * step < 0) return FAILS;
  const length = Math.ceil((to - from) / step);
  return length > LONGEST ? undefined : Array.from({ length }, (_, index) => from + index * step);
}

/** Things that differ. Undefined where types that JSON does not tell decide it. */
function unique(list: readonly Json[]): readonly Json[] | undefined {
  const kinds = new Set(list.map((one) => typeof one));
  if (kinds.size > 1) return undefined;
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

/** Sets of texts, in the order in which the engine walks them. */
function onSets(
  sets: readonly Json[],
  compute: (sets: readonly (readonly string[])[]) => readonly string[],
): Json | undefined | typeof FAILS {
  const texts = sets.map((set) => (isList(set) && set.every((one) => typeof one === "string") ? set.map(String) : undefined));
  if (texts.some((set) => set === undefined)) return undefined;
  return [...new Set(compute(texts.filter((set) => set !== undefined)))].sort(byCodePoint);
}

function truths(list: readonly Json[], compute: (all: readonly (boolean | undefined)[]) => boolean): Json | undefined {
  const all = list.map((one) => boolean(one));
  return all.includes(undefined) ? undefined : compute(all);
}
