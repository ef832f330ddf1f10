import type { Operator } from "./operator.ts";
import { OPERATORS_CLOSED } from "./operators-closed.ts";
import { OPERATORS_EU } from "./operators-eu.ts";
import { OPERATORS_FOREIGN } from "./operators-foreign.ts";
import { OPERATORS_MIXED } from "./operators-mixed.ts";
import { OPERATORS_SOFTWARE } from "./operators-software.ts";
import { holdsOn, type IsoDate } from "./sourced.ts";
import { today } from "./today.ts";

/** Every entry of every operator; an id has one entry for each time that something about the company changed. */
export const OPERATORS: readonly Operator[] = [
  ...OPERATORS_EU,
  ...OPERATORS_MIXED,
  ...OPERATORS_FOREIGN,
  ...OPERATORS_SOFTWARE,
  ...OPERATORS_CLOSED,
];

const byId = new Map<string, Operator[]>();
for (const entry of OPERATORS) byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry]);

/** The operator as it is today; a closed one with its `closed`. Undefined for an id that the catalogue does not know. */
export function operator(id: string): Operator | undefined {
  return operatorOn(id, today());
}

/** The operator as it was on a day, so that an old plan can be judged as of its day; undefined before it existed. */
export function operatorOn(id: string, day: IsoDate): Operator | undefined {
  return byId.get(id.trim().toLowerCase())?.find((entry) => holdsOn(entry, day));
}

/** Whether nothing can be built with the operator any more on a day. @param day @default today */
export function isClosed(entry: Operator, day: IsoDate = today()): boolean {
  return entry.closed !== undefined && entry.closed.on < day;
}

/** Every id that the catalogue knows, in alphabetical order. */
export function operatorIds(): readonly string[] {
  return [...byId.keys()].sort();
}
