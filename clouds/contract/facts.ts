import type { CountryCode, Sourced } from "../../catalogue/index.ts";
import type { Placement } from "./placement.ts";
import type { Reading } from "./reading.ts";
import type { Region } from "./region.ts";

/** How one provider's configuration block says which company and which place answer. */
export interface ProviderFacts {
  /** Attribute paths of the provider block that choose the endpoint, in the order in which the provider itself looks at them. */
  readonly endpoint?: {
    readonly paths: readonly string[];
    /** Environment variables that take their place when the block is silent. */
    readonly env: readonly string[];
    /** What the provider uses when both are silent; absent: the provider fails. */
    readonly default?: string;
    /** Named endpoints, URLs and URL hosts that the catalogue knows → who answers, and where. */
    readonly known: Readonly<Record<string, Sourced & { readonly operator: string; readonly country: CountryCode; readonly region?: string }>>;
    /** Endpoint URLs that carry the region in their host: a pattern with one named group `region`. */
    readonly pattern?: string;
  };
  /** Attribute paths of the provider block that give resources their place; absent where resources say it themselves. */
  readonly place?: { readonly paths: readonly string[]; readonly env: readonly string[]; readonly default?: string };
  /** Attributes of the block that look like a location and are none, each with the reason. */
  readonly notPlaces?: Readonly<Record<string, string>>;
}

/** All that the guard needs to read resources of one cloud: facts only, never a lowering. */
export interface CloudFacts {
  readonly cloud: string;
  /** Source addresses without host, `ovh/ovh`; former names included. */
  readonly sources: readonly string[];
  /** The operator behind the default endpoint, an id of `catalogue/operators`. */
  readonly operator: string;
  readonly provider: ProviderFacts;
  readonly regions: Readonly<Record<string, Region>>;
  readonly resources: Readonly<Record<string, Placement>>;
  readonly dataSources: Readonly<Record<string, Placement>>;
  /** How protections are read, for the types that have something to protect. */
  readonly readings: Readonly<Record<string, Reading>>;
}
