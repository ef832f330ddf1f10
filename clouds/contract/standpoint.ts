import type { CountryCode } from "../../catalogue/index.ts";

/** Where something stands, whatever can be built there. */
export interface Standpoint<Id extends string = string, Country extends CountryCode = CountryCode> {
  /** `cloud:region`, as configuration files and evidence write it. */
  readonly id: Id;
  /** The operator's own code, as its provider writes it. */
  readonly region: string;
  readonly country: Country;
  readonly city: string;
  /** Availability zones, empty where the operator sells one zone only. */
  readonly zones: readonly string[];
}
