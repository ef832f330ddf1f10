import type { Json } from "./json.ts";
import { isList, isObject, knownTerm, objectOf, type Term, tupleOf, unknownTerm } from "./term.ts";

/** Under this key stands, in a value that was read from the native syntax, an expression that is not followed. */
const UNFOLLOWED = "${";

/** For a constant of the native syntax that is not followed: in JSON the text that it is written in would be a value. */
export const unfollowed = (expression: string): Json => ({ [UNFOLLOWED]: expression });

/** Whether all of it is a value. */
export function isLiteral(value: Json): boolean {
  if (isList(value)) return value.every(isLiteral);
  return !isObject(value) || (!Object.hasOwn(value, UNFOLLOWED) && Object.values(value).every(isLiteral));
}

/** A value, of which parts may be unknown. */
export function literalTerm(value: Json): Term {
  if (isLiteral(value)) return knownTerm(value);
  if (isList(value)) return tupleOf(value.map((item) => () => literalTerm(item)));
  if (!isObject(value) || Object.hasOwn(value, UNFOLLOWED))
    return unknownTerm("what it is given is an expression that is not followed; write it as a literal");
  return objectOf(new Map(Object.entries(value).map(([key, item]) => [key, () => literalTerm(item)])));
}
