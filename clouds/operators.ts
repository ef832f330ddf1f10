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

/** Every entry of every operator. */
export const OPERATORS: readonly Operator[] = [...catalogue.OPERATORS, ...brought];

/** The operator as it was on a day; undefined for an id that nobody knows, or before it existed. */
export const operatorOn = (id: string, day: IsoDate): Operator | undefined =>
  catalogue.operatorOn(id, day) ?? brought.find((entry) => entry.id === id.trim().toLowerCase() && holdsOn(entry, day));

/** The operator as it is today. */
export const operator = (id: string): Operator | undefined => operatorOn(id, today());

/** Every id, in alphabetical order. */
export const operatorIds = (): readonly string[] => [...new Set(OPERATORS.map(({ id }) => id))].sort();
