import { text } from "./convert.ts";
import { choiceOf, each, elements, entries, exposed, knownTerm, prefix, type Term, unknownTerm } from "./term.ts";

type Beside = () => readonly Term[];

/**
 * Where the engine makes several things one type, as the arms of a condition and the elements of a list are, a number or a truth beside a text is a
 * text, and equal to no number. Beside what is not known, or of another kind, it may be either.
 *
 * @param beside the others; asked only where it matters
 */
export function unified(term: Term, beside: Beside): Term {
  return each(term, (one) => {
    switch (one.kind) {
      case "known":
        return typeof one.value === "number" || typeof one.value === "boolean"
          ? prefix(one.chain, plain(one.value, kindsBeside(beside)))
          : one;
      case "tuple":
        return one.set ? one : { ...one, at: (index) => unified(one.at(index), () => [...within(one), ...beside().flatMap(within)]) };
      case "object":
        return one.rest !== undefined || one.loose
          ? one
          : {
              ...one,
              get: (key) => {
                const found = one.get(key);
                return found && unified(found, () => atKey(key, one.keys, beside()) ?? [one, ...beside()].flatMap(within));
              },
            };
      default:
        return one;
    }
  });
}

/** Each of these beside the others. */
export function unifiedAll(items: readonly (() => Term)[]): readonly (() => Term)[] {
  const everyone = () => items.map((item) => item());
  return items.map((item) => () => unified(item(), everyone));
}

/** The same of elements that are of one type only if they came in a list, and not as they are written. */
export const perhapsUnified = (items: readonly (() => Term)[]): readonly (() => Term)[] =>
  unifiedAll(items).map((alike, index) => () => choiceOf([items[index]?.() ?? alike(), alike()]));

function plain(value: number | boolean, beside: ReadonlySet<string>): Term {
  const others = [...beside].filter((kind) => kind !== typeof value);
  if (others.length === 0) return knownTerm(value);
  const written = text(value);
  if (written === undefined) return unknownTerm("whether it is a number or a text here is not followed");
  return others.length === 1 && others[0] === "string" ? knownTerm(written) : choiceOf([knownTerm(value), knownTerm(written)]);
}

/** A long list is asked once for all that is in it. */
const asked = new WeakMap<Beside, ReadonlySet<string>>();

function kindsBeside(beside: Beside): ReadonlySet<string> {
  const kinds = asked.get(beside) ?? new Set(beside().flatMap(kindsOf));
  asked.set(beside, kinds);
  return kinds;
}

/** A null is of whichever type the others are. */
function kindsOf(term: Term): readonly string[] {
  const one = exposed(term);
  if (one.kind === "choice") return one.options.flatMap(kindsOf);
  return one.kind !== "known" ? [one.kind] : one.value === null ? [] : [typeof one.value];
}

/** What others have under a key, where all have the same keys: they are objects then, and else one map. */
function atKey(key: string, keys: readonly string[], beside: readonly Term[]): readonly Term[] | undefined {
  const found = beside.map((other) => {
    const one = exposed(other);
    if (one.kind === "known" && one.value === null) return knownTerm(null);
    return one.kind === "object" && one.keys.length === keys.length && keys.every((name) => one.keys.includes(name))
      ? one.get(key)
      : undefined;
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

/** What is in it; what is not known, or is no collection, stands for itself. */
function within(term: Term): readonly Term[] {
  const one = exposed(term);
  if (one.kind === "tuple") return elements(one).map((item) => item());
  const all = one.kind === "object" ? entries(one) : undefined;
  return all === undefined ? [one] : [...all.values()].map((item) => item());
}
