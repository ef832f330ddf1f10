import type { CountryCode, EuCountryCode } from "../../catalogue/index.ts";
import type { AnyCloud } from "./cloud.ts";
import type { Standpoint } from "./standpoint.ts";

/** Symbol, not `instanceof`: two copies of the library in one company tree must recognise each other's places. */
export const PLACE = Symbol.for("terroir.Place");

/**
 * Operator, region and country: where a resource is, and under whom. A place is a value, made by calling its cloud: `ovh("GRA11")`.
 * Its type carries the country and what can be built there, so that the editor and the compiler know both.
 */
export interface Place<Id extends string = string, Country extends CountryCode = CountryCode, Concept extends string = string>
  extends Standpoint<Id, Country> {
  readonly [PLACE]: true;
  readonly cloud: AnyCloud;
  /** What can be built here: the keys that the cloud lowers, less what the region is without. */
  readonly offers: { readonly [C in Concept]: true };
}

/** A place in the European Union. This is the name that the compiler prints when another place is refused. */
export type EuPlace<Id extends string = string, Concept extends string = string> = Place<Id, EuCountryCode, Concept>;

/** Whether a value is a place, made by this copy of the library or by another. */
export function isPlace(x: unknown): x is Place {
  return typeof x === "object" && x !== null && PLACE in x;
}
