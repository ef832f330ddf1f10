/**
 * The companies that are known: the catalogue's, and those that a cloud's folder brings because the catalogue does not have them yet. Where both know a
 * company, the catalogue speaks.
 */

import type { Operator } from "../catalogue/operator.ts";
import * as catalogue from "../catalogue/operators.ts";
import { holdsOn, type IsoDate } from "../catalogue/sourced.ts";
import { today } from "../catalogue/today.ts";
import { CLOUD_FACTS } from "./facts.ts";

const known = new Set(catalogue.operatorIds());
const brought = CLOUD_FACTS.flatMap(({ operators = [] }) => operators).filter(({ id }) => !known.has(id));

/** Every entry of every operator; an id has one entry for each time that something about the company changed. */
export const OPERATORS: readonly Operator[] = [...catalogue.OPERATORS, ...brought];

/** The operator as it was on a day, so that an old plan can be judged as of its day; undefined for an id that nobody knows, or before it existed. */
export function operatorOn(id: string, day: IsoDate): Operator | undefined {
  return catalogue.operatorOn(id, day) ?? brought.find((entry) => entry.id === id.trim().toLowerCase() && holdsOn(entry, day));
}

/** The operator as it is today; a closed one with its `closed`. Undefined for an id that nobody knows. */
export function operator(id: string): Operator | undefined {
  return operatorOn(id, today());
}

/** Every id that is known, in alphabetical order. */
export function operatorIds(): readonly string[] {
  return [...new Set(OPERATORS.map(({ id }) => id))].sort();
}
