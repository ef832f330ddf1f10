/**
 * The fact, per resource type or data source, of how its place is found. Paths are written as Terraform does, lists with `[]`:
 * `region`, `nodes[].region`, `replication.rules[].destination.region`. A list of strings is itself a path: `regions` means each of its members.
 */
export type Placement =
  /** An attribute of its own says it. */
  | (Common & { readonly by: "attribute"; readonly paths: readonly string[]; /** What an absent attribute means. */ readonly absent?: Absence })
  /** The provider block's region. `path`: the optional attribute that overrides it. */
  | (Common & { readonly by: "provider"; readonly paths?: readonly string[] })
  /** Wherever the resource is that this attribute points at. `of`: the types it may point at. */
  | (Common & { readonly by: "parent"; readonly path: string; readonly of: readonly string[] })
  /** Ordered by label and value: the place is data. `labels`: the labels that carry it, whatever their case. `codes`: attributes whose text ends in a region (`plan_code`). */
  | (Common & { readonly by: "order"; readonly list: string; readonly labels: readonly string[]; readonly codes?: readonly string[] })
  /** Nowhere in particular: an account, a name, a policy. One sentence says why that is accepted. */
  | (Common & { readonly by: "global"; readonly because: string })
  /** Runs or fetches something that nobody can judge beforehand. */
  | (Common & { readonly by: "opaque"; readonly because: string });

interface Common {
  /** Attributes through which data leaves for another place. */
  readonly sends?: readonly Sending[];
  /** Attributes named like a location that are none: path → one sentence. */
  readonly notPlaces?: Readonly<Record<string, string>>;
}

export interface Sending {
  readonly path: string;
  readonly kind: "replica" | "backup" | "copy" | "log" | "cdn" | "peer";
  /** What the value is: a region code, a URL or host, or a reference to a resource that has a place. */
  readonly means: "region" | "endpoint" | "reference";
  /** What an absent value means; absent itself: nothing is sent. */
  readonly absent?: Absence;
}

/** What silence means. `everywhere`: every region of the operator. `parent`: where the parent is. `unknown`: the provider decides, so the guard refuses. */
export type Absence = { readonly means: "everywhere" | "unknown" | "nothing" | "provider"; readonly because: string };
