import type { Sourced } from "./sourced.ts";

/** What a resource type or data source of a provider without a cloud does. */
export interface TypeEffect {
  /** `global`: holds nothing anywhere, and is accepted. `opaque`: runs or fetches what nobody can judge beforehand, and is refused unless waived. */
  readonly by: "global" | "opaque";
  /** One sentence: why that is so. */
  readonly because: string;
  /** What it makes may be anywhere: a judgement of places refuses it as well. @default it stays with the engine, or only reads */
  readonly reach?: "anywhere";
}

/** A Terraform provider that belongs to no cloud folder. */
export interface OtherProvider extends Sourced {
  /**
   * `foreign`: another company's cloud. `utility`: computes inside the engine and asks nobody. `opaque`: acts on what its configuration points at,
   * which may be anywhere. `engine`: built into Terraform and OpenTofu.
   */
  readonly kind: "foreign" | "utility" | "opaque" | "engine";
  /** For `foreign`: the id in `operators` of who answers. */
  readonly operator?: string;
  /** Why it is of this kind, in one sentence for people. */
  readonly because: string;
  /** Its resource types that differ from its kind, each with the reason. */
  readonly resources: Readonly<Record<string, TypeEffect>>;
  /** Data sources, and what is ephemeral. */
  readonly dataSources: Readonly<Record<string, TypeEffect>>;
  /** How it speaks to anybody's object storage; absent: it does not. */
  readonly s3?: S3Client;
}

/**
 * A provider that may be pointed at a European cloud's object storage. Its S3 types are then under whoever answers at the address; every other
 * type stays under the provider's own operator.
 */
export interface S3Client {
  /** Attributes of the provider block that hold the address, a URL or a host with a port. */
  readonly endpoint: readonly string[];
  /** Blocks or maps of the provider block whose other members are addresses as well: of whoever gives rights, of whoever counts. */
  readonly parts?: readonly string[];
  /** Environment variables that hold it when the block is silent. */
  readonly env: readonly string[];
  /** What resource types and data sources that speak S3 alone begin with. */
  readonly types: readonly string[];
  /** Attributes of those types that name a bucket, a queue or a function to send to: by name only, which says nothing of the place. */
  readonly sends: readonly string[];
  /** Attributes of the block and of the types themselves that name the region in which a new bucket is ordered. */
  readonly regions: { readonly block: readonly string[]; readonly own: readonly string[] };
  /** The switch without which an address that has no scheme is called in clear. Absent: it is called encrypted. */
  readonly encrypted?: string;
  /** Attributes of the block that ask the provider's own company for rights, before anything is stored. */
  readonly roles?: readonly string[];
  /** Data sources that compute in the engine, and ask nobody. */
  readonly computes?: readonly string[];
}
