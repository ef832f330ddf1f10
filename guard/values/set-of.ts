import type { Json } from "./json.ts";
import { settle } from "./settle.ts";
import { byCodePoint, choiceOf, isObject, knownTerm, type Term, tupleOf } from "./term.ts";
import { unifiedAll } from "./unified.ts";
import type { Chain } from "./value.ts";

/**
 * A set of these members. Equal ones fall together, and the engine walks texts and numbers in their order. Of members that are not all
 * known, or of another kind, nobody knows the order: each stands for any of them.
 */
export function setOf(written: readonly (() => Term)[], chain: Chain): Term {
  const members = unlike(unifiedAll(written));
  const values = members.map((member) => settle(member())).map((value) => (value.kind === "known" ? value.value : undefined));
  const texts = values.filter((value) => typeof value === "string");
  const numbers = values.filter((value) => typeof value === "number");
  if (texts.length === values.length) return walked([...new Set(texts)].sort(byCodePoint), chain);
  if (numbers.length === values.length)
    return walked(
      [...new Set(numbers)].sort((a, b) => a - b),
      chain,
    );
  const any = () => choiceOf(members.map((member) => member()));
  return {
    ...tupleOf(
      members.map(() => any),
      chain,
    ),
    set: true,
  };
}

/** Lists and objects that are alike are one member as well. */
function unlike(members: readonly (() => Term)[]): readonly (() => Term)[] {
  const seen = new Set<string>();
  return members.filter((member) => {
    const value = settle(member());
    if (value.kind !== "known") return true;
    const known = spelled(value.value);
    return !seen.has(known) && seen.add(known);
  });
}

const spelled = (value: Json): string =>
  JSON.stringify(value, (_key, part: Json) => (isObject(part) ? Object.fromEntries(Object.entries(part).sort()) : part));

function walked(members: readonly (string | number)[], chain: Chain): Term {
  return {
    ...tupleOf(
      members.map((member) => () => knownTerm(member)),
      chain,
    ),
    set: true,
  };
}
