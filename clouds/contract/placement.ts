/**
 * The fact, per resource type or data source, of how its place is found. Paths are written as Terraform does, lists with `[]`:
 * `region`, `nodes[].region`, `replication.rules[].destination.region`. A list of strings is itself a path: `regions` means each of its members.
 */
export type Placement =
  /** An attribute of its own says it. */
  | (PlacementDetails & {
      readonly by: "attribute";
      readonly paths: readonly string[];
      /** What an absent attribute means; absent itself: undecided. */
      readonly absent?: Absence;
      /** What the values are. @default "region" */
      readonly names?: PlaceName;
      /** Where the attributes are silent, the place is that of what this one points at; asked before `absent`. */
      readonly parent?: { readonly path: string; readonly of: readonly string[] };
      /** Values that are no code of a place but a wish, whatever their case: `all`. */
      readonly special?: Readonly<Record<string, Absence>>;
    })
  /**
   * The provider block's region. `paths`: the optional attributes that override it, or, `within` it, name a zone that cannot leave it: one that is not
   * known is of the block's region, and one of another region contradicts it.
   */
  | (PlacementDetails & { readonly by: "provider"; readonly paths?: readonly string[]; readonly within?: true })
  /**
   * Wherever the thing is that this attribute points at. `of`: the types it may point at, data sources as `data.…`. A literal id names something
   * outside this infrastructure: undecided, unless the policy says where it is.
   */
  | (PlacementDetails & { readonly by: "parent"; readonly path: string; readonly of: readonly string[]; readonly absent?: Absence })
  /** Ordered by label and value: the place is data. No label with a region or a country, and no code that ends in one: undecided. */
  | (PlacementDetails & {
      readonly by: "order";
      /** The lists of label and value, `plan[].configuration[]`; each entry has `label` and `value`. */
      readonly lists: readonly string[];
      /** Labels that say where, whatever their case, and what their value is. */
      readonly labels: Readonly<Record<string, PlaceName>>;
      /** Attributes whose text ends in a region, after the last `-`: `plan_option[].plan_code` = `iplb-zone-lb1-rbx`. */
      readonly codes?: readonly string[];
    })
  /** The operator has it in these regions only, and no attribute asks for one: each must be approved. The reason says how that is known. */
  | (PlacementDetails & { readonly by: "fixed"; readonly regions: readonly string[]; readonly because: string })
  /** Wherever the host is that the provider block calls: software that runs on any cloud (`HostedFacts`). */
  | (PlacementDetails & { readonly by: "host"; readonly because: string })
  /** Nowhere in particular: an account, a name, a policy. One sentence says why that is accepted. A child of it is accepted as well. */
  | (PlacementDetails & { readonly by: "global"; readonly because: string })
  /**
   * Reads what exists and moves nothing, so it is accepted itself. Where that thing is, `told` says once it has been read (a plan's prior state);
   * until then whatever is placed by a reference to it is undecided: never treat it as global when it is a parent.
   */
  | (PlacementDetails & { readonly by: "lookup"; readonly because: string; readonly groupOf?: GroupLookup })
  /** The operator chooses, and no attribute asks for a place: undecided until `told` says it. */
  | (PlacementDetails & { readonly by: "assigned"; readonly because: string })
  /** Runs or fetches something that nobody can judge beforehand; `unless` it is a document of a kind that is known to the last member. */
  | (PlacementDetails & { readonly by: "opaque"; readonly because: string; readonly unless?: KnownDocument });

/** An answer that follows from the question alone: the group of places, by the facts' `groups`, in which the one is that an argument names. */
export interface GroupLookup {
  /** The attribute that says the group: `network_zone`. */
  readonly answer: string;
  /** The argument that names the place: `name`. */
  readonly asked: string;
  /** Arguments that would be asked instead, were they written. */
  readonly unless: readonly string[];
}

/** A document that is no longer opaque: JSON text, written out, of one kind, with no member but these. */
export interface KnownDocument {
  /** The attribute that holds it. */
  readonly path: string;
  /** Members with the one text that they must have: `kind` = `NodePool`. */
  readonly is: Readonly<Record<string, string>>;
  /** Every member that it may have, at any depth inside objects: `spec.desiredNodes`. Lists are taken whole. */
  readonly members: readonly string[];
  /** How it is placed then. */
  readonly placement: Placement;
}

/**
 * What a value names: an operator's region code, an ISO country, an area of the world such as `europe` or `EU`, which alone never decides for a place
 * but may decide against it, or a project whose name begins with its region, `eu-de_shop`.
 */
export type PlaceName = "region" | "country" | "area" | "project";

/** What an entry says beside the way to the place, whatever that way is. */
export interface PlacementDetails {
  /** Attributes through which data leaves for another place. */
  readonly sends?: readonly Sending[];
  /** Attributes that choose a zone within the place; they cannot leave it. */
  readonly zones?: readonly string[];
  /**
   * Attributes by which the provider itself says where the thing is, once it exists or has been read. A region code each, unless the path ends in
   * `country`. A list (`volumes[].region`) speaks for all that it lists: every value counts.
   */
  readonly told?: readonly string[];
  /** Those of `told` that may be written as well, and that the provider then obeys: a list of shares `region`, and no others come. */
  readonly asked?: readonly string[];
  /** Attributes named like a location that are none: path → one sentence. */
  readonly notPlaces?: Readonly<Record<string, string>>;
}

/** An attribute through which data leaves for another place. */
export interface Sending {
  /** Empty where the operator sends by itself and no attribute has a say: then `absent` always holds. */
  readonly path: string;
  readonly kind: "replica" | "backup" | "copy" | "log" | "cache" | "peer";
  /**
   * What the value is: a region code, an area of the world (`PlaceName`), a URL or host, a reference to a resource that has a place, or an IP address
   * (that of a resource is where the resource is, a private one stays within its network, a public one can be anywhere).
   */
  readonly means: "region" | "area" | "endpoint" | "reference" | "address";
  /**
   * For references: the types it may point at, data sources as `data.…`; absent: any type that has a placement. For addresses and endpoints: the types
   * whose own address it may be, so that one that is not known yet is where they are; absent: none, so that only what is written counts.
   */
  readonly of?: readonly string[];
  /** The attribute by which the target is known to everybody, where its name is unique at the operator: `bucket`. */
  readonly named?: string;
  /** What an absent value means; absent itself: nothing is sent. */
  readonly absent?: Absence;
  /** It is sent whether or not a list is written: one without entries means what `absent` says. @default a list without entries sends nothing */
  readonly always?: true;
  /** Values that are no code or address but a switch, whatever their case: `true`. Absent itself: every value names a place. */
  readonly special?: Readonly<Record<string, Absence>>;
  /** Counts only where the sibling attribute has one of these values, whatever their case, or one that is not known: `protocol` = `https`. */
  readonly where?: { readonly attribute: string; readonly is: readonly string[] };
}

/**
 * What silence means. `everywhere`: every region of the operator. `here`: the place of the resource itself. `nothing`: no place, and none is needed.
 * `elsewhere`: another region that the operator chooses; `regions` says which, where it is documented, by the region of the resource.
 * `provider`: the provider block or its environment decides. `default`: the provider or the operator takes one of `of`, so that each must be approved.
 * `unknown`: the operator decides, so the guard refuses.
 */
export interface Absence {
  readonly means: "everywhere" | "here" | "elsewhere" | "unknown" | "nothing" | "provider" | "default";
  readonly because: string;
  /** For `default`: the regions that it can be. */
  readonly of?: readonly string[];
  /** For `default`: attributes of the provider block that may choose another; what is written there must be approved as well. */
  readonly block?: readonly string[];
  /** For `default`: environment variables that hold another address to call; unless the policy says that none is set, they decide. */
  readonly env?: readonly string[];
  /** For `elsewhere`: region of the resource → region that the operator takes. A region that is not listed: unknown. */
  readonly regions?: Readonly<Record<string, string>>;
}
