import type { CountryCode, Dated, Operator, Sourced } from "../../catalogue/index.ts";
import type { Placement } from "./placement.ts";
import type { Reading } from "./reading.ts";
import type { Location, Region } from "./region.ts";

/** How one provider's configuration block says which company and which place answer. */
export interface ProviderFacts {
  /** Attribute paths of the provider block that choose the endpoint, in the order in which the provider itself looks at them. */
  readonly endpoint?: {
    readonly paths: readonly string[];
    /** Environment variables that take their place when the block is silent. */
    readonly env: readonly string[];
    /** What the provider uses when both are silent, `<region>` being the block's own; absent: the provider fails, or reads a file of the user's. */
    readonly default?: string;
    /** Named endpoints that the provider knows, as it compares them → who answers, and where. URLs are looked up with `endpointOf`. */
    readonly known: Readonly<Record<string, KnownEndpoint>>;
    /** Further attributes that each move a part of the services to another address: one that is written must be known as well. */
    readonly parts?: readonly string[];
  };
  /** Attribute paths of the provider block that give resources their place; absent where resources say it themselves. */
  readonly place?: {
    readonly paths: readonly string[];
    readonly env: readonly string[];
    readonly default?: string;
    /** Where these are silent: a project whose name begins with its region, and whose token reaches no other. */
    readonly projects?: { readonly paths: readonly string[]; readonly env: readonly string[] };
  };
  /** Attributes of the block that look like a location and are none, each with the reason. */
  readonly notPlaces?: Readonly<Record<string, string>>;
  /** Environment variables under which the provider finds who asks: each row is one way, and one way is enough. @default nothing is said of them */
  readonly credentials?: readonly (readonly string[])[];
  /** Attributes that hand endpoint or place to a file that no view shows, each with the reason: written, they leave undecided what the block does not say. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** Such attributes, and environment variables in their stead, whose file wins even over an endpoint that the block writes. */
  readonly overrules?: { readonly paths: readonly string[]; readonly env: readonly string[] };
}

/** Who answers at an endpoint, and where. */
export interface KnownEndpoint extends Sourced {
  /** An id of `catalogue/operators`. */
  readonly operator: string;
  readonly country: CountryCode;
  readonly region?: string;
}

/** Host names on which an operator's services answer. Matched label by label, never by a part of the name. */
export interface Host extends Sourced, Dated {
  /** Lower case. `<region>` in one label stands for any spelling of one of the cloud's regions or zones, and `<any>` for one whole label. */
  readonly host: string;
  readonly serves: "api" | "identity" | "keys" | "object-storage";
  /** One label or more in front is the name of a bucket. */
  readonly buckets?: boolean;
  /** For a host that carries no region: which answers, when one alone does. */
  readonly region?: string;
  /** What the service itself calls the one region that it has, where that is not the operator's code. */
  readonly calls?: string;
  /** For a host that carries no region: the country in which the service stands. Absent with `region`. */
  readonly country?: CountryCode;
  /** The company, where it is not the cloud's own operator. */
  readonly operator?: string;
  /** For an identity service: every region that who signs in there can reach, where the operator documents it. Which of them, the project decides. */
  readonly reaches?: readonly string[];
}

/** Types that are in no schema that the folder keeps: configurations that pin an older release still name them, or a newer one already. */
export interface OtherReleases {
  readonly resources: Readonly<Record<string, Placement>>;
  readonly dataSources: Readonly<Record<string, Placement>>;
  /** How protections are read, for those that have something to protect: a rule says nothing of a type without. */
  readonly readings?: Readonly<Record<string, Reading>>;
}

/** All that the guard needs to read resources of one cloud: facts only, never a lowering. */
export interface CloudFacts {
  readonly cloud: string;
  /** Source addresses without host, `ovh/ovh`; former names included. */
  readonly sources: readonly string[];
  /** The operator behind the default endpoint, an id of `catalogue/operators`; absent where only the endpoint says it (OpenStack). */
  readonly operator?: string;
  /** Companies that `catalogue/operators` does not have yet: a newcomer brings its own. Where the catalogue knows the id, the catalogue speaks. */
  readonly operators?: readonly Operator[];
  readonly provider: ProviderFacts;
  readonly hosts: readonly Host[];
  readonly regions: Readonly<Record<string, Region>>;
  /** Locations at which several regions stand; a region that names none is its own. */
  readonly locations?: Readonly<Record<string, Location>>;
  /**
   * Names by which the provider means several regions at once, `eu-central` of Hetzner: what is placed there may be in any of them, so that each
   * must be approved.
   */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Its ids are a region or zone, a slash and the rest (`fr-par/1111…`), and the provider asks that place for what they name. Absent: an id says nothing of a place. */
  readonly idsBeginWithPlace?: Sourced;
  readonly resources: Readonly<Record<string, Placement>>;
  readonly dataSources: Readonly<Record<string, Placement>>;
  /** How types are placed that the schema no longer has, or does not have yet. */
  readonly otherReleases?: OtherReleases;
  /** What is ephemeral, and has no data source of the same name. */
  readonly ephemeral?: Readonly<Record<string, Placement>>;
  /** How protections are read, for the types that have something to protect. */
  readonly readings: Readonly<Record<string, Reading>>;
}
