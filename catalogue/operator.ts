import type { CountryCode } from "./countries.ts";
import type { LawId } from "./laws.ts";
import type { Dated, IsoDate, Sourced } from "./sourced.ts";

/**
 * A company that runs a cloud, as it was for a time. A change of hands is a new entry with the same id, never an edit. What the law reaches is a
 * claim about a company, not about a server: operator and region are kept apart, always.
 */
export interface Operator extends Dated {
  /** `ovhcloud`. */
  readonly id: string;
  /** The company's own name, `OVH SAS`. */
  readonly name: string;
  /** Where the company has its registered seat, and who says so. */
  readonly seat: Claim & { readonly city?: string; readonly country: CountryCode };
  /** Who decides in the end, and in which country that person or company sits. */
  readonly control: Claim & { readonly by: string; readonly country: CountryCode };
  /** Laws of third countries that reach the company wherever its servers are. Empty: none is known. */
  readonly laws: readonly LawId[];
  /** Somebody else's technology that it runs under licence, and in whose country the licensor sits. */
  readonly technology?: Claim & { readonly name: string; readonly licensor: string; readonly country: CountryCode };
  /** Set when the service is no more: nothing can be built there. */
  readonly closed?: Closure;
}

/** What somebody says about a company. One that nobody read at the source may only speak against the company. */
export type Claim = Sourced;

/** The end of an operator's service. It stays in the catalogue, so that whoever names it gets an answer. */
export interface Closure extends Sourced {
  /** Last day of the service; when the sources give no day, the last of the year. */
  readonly on: IsoDate;
  /** One sentence: what became of it. */
  readonly because: string;
  /** Ids of operators to go to instead. */
  readonly instead: readonly string[];
}
