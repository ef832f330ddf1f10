import type { CountryCode, Dated, Sourced } from "../../catalogue/index.ts";

/** A point on the map with a law: where, in which country, since when. */
export interface Site extends Sourced, Dated {
  readonly country: CountryCode;
  readonly city: string;
  /** Degrees north and east: of the site where the operator says so, else of the city. */
  readonly at: readonly [latitude: number, longitude: number];
  /** Every other spelling that the operator's own interfaces use for it (`GRA`, `eu-west-gra`, `gra1`). Compared exactly, then without case. */
  readonly aliases?: readonly string[];
  /** Id in `catalogue/operators` of the company that runs it, where that is not the cloud's own operator. */
  readonly operator?: string;
}

/**
 * A location at which several of an operator's regions stand. GRA9 and GRA11 are two regions of one location, and object storage, databases and
 * the v2 API name the location only: `GRA`, `eu-west-gra`. A spelling that names the location belongs here, to no region in particular.
 */
export interface Location extends Site {}

/** One region of an operator, under the code that its provider's users write. */
export interface Region extends Site {
  /** Key in the cloud's `locations`; absent: the region is its own location. */
  readonly location?: string;
  /** Availability zones by the operator's names, when a workload may spread over them. */
  readonly zones?: readonly string[];
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
  /** Concepts of ours that are those services, `bucket`: a resource of another concept is not covered. */
  readonly concepts?: readonly string[];
  /** What resource types of those services begin with, `outscale_vm`; for types that belong to no concept. */
  readonly types?: readonly string[];
}
