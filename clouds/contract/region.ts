import type { CountryCode, Dated, Sourced } from "../../catalogue/index.ts";

/** One location of an operator: a data centre, or a region of several zones in one city and one country. */
export interface Region extends Sourced, Dated {
  readonly country: CountryCode;
  readonly city: string;
  /** Degrees north and east: of the site where the operator says so, else of the city. */
  readonly at: readonly [latitude: number, longitude: number];
  /** Availability zones by the operator's names, when a workload may spread over them. */
  readonly zones?: readonly string[];
  /** Every other spelling that the operator's own interfaces use for this location (`GRA11`, `GRA`, `eu-west-gra`, `gra1`). Compared exactly, then without case. */
  readonly aliases?: readonly string[];
  /** Concepts of the cloud that are not sold here. */
  readonly without?: readonly string[];
  /** Certificates that hold for services in this region, each with its source. */
  readonly certificates?: readonly Certificate[];
}

/** A certificate holds for services in a region, not for an operator as a whole. */
export interface Certificate extends Sourced, Dated {
  /** `secnumcloud-3.2`, `hds-2`, `c5-type2`, `iso-27001` … */
  readonly name: string;
  /** Which services it covers, in the operator's own words. */
  readonly services: readonly string[];
}
