import type { Sourced } from "../../catalogue/index.ts";
import type { Concepts } from "./concepts/index.ts";
import type { DraftOptions, Handle } from "./draft.ts";
import type { MachineSizes } from "./machine-size.ts";
import type { Region } from "./region.ts";
import type { Standpoint } from "./standpoint.ts";

/** What a lowering may use. It is pure: the same spec in the same place gives the same drafts. */
export interface LowerContext<R extends string = string> {
  /** The provider's own code of the region, `GRA11`. */
  readonly region: R;
  readonly place: Standpoint;
  /** What the cloud needs to know about the customer's account, `{ project: "…" }` on OVHcloud; each value a literal or a reference to a variable. */
  readonly account: Readonly<Record<string, string>>;
  /** Drafts one resource. */
  resource(type: string, id: string, args: Readonly<Record<string, unknown>>, options?: DraftOptions): Handle;
  /**
   * Looks up what the operator has and nobody here makes (an image, a flavour): a data source of the provider, read when the engine plans.
   * What it depends on and does not exist yet postpones the reading until it does.
   */
  lookUp(type: string, id: string, args: Readonly<Record<string, unknown>>, options?: Pick<DraftOptions, "dependsOn">): Handle;
  /** One attribute of the one member of a list that has these values: `one([for x in LIST : x.TAKE if x.name == "b3-8"])`. */
  pick(from: Handle, list: string, where: Readonly<Record<string, string>>, take: string): string;
  /**
   * One attribute of the newest member of a list whose `name` begins with a text: an operator's images carry the day on which they were built.
   * `by` names the attribute that orders them as text, such as an ISO 8601 date. The engine fails when no member fits.
   */
  newest(
    from: Handle,
    list: string,
    choice: { readonly name: string; readonly begins: string; readonly by: string; readonly take: string },
  ): string;
  /** The first characters (hexadecimal) of a text's SHA-256, computed by the engine where the text is a reference. */
  digest(text: string, length: number): string;
  /** A value known only when everything has been declared (a policy document that later grants add to). */
  later(produce: () => unknown): string;
}

/** A concept's lowering: from what the construct promises to resources of one provider. */
export type Lower<C extends keyof Concepts, R extends string = string> = (
  spec: Concepts[C]["spec"],
  cx: LowerContext<R>,
) => Concepts[C]["outputs"];

/** Every concept that a cloud writes. What is here is what the cloud offers; there is no second list. */
export type Lowering<R extends string = string> = { readonly [C in keyof Concepts]?: Lower<C, R> };

/** The provider block that a cloud's resources in a place need. */
export interface ProviderBlock {
  /** Resources of one stack whose blocks have the same alias share one block; absent: the default block. */
  readonly alias?: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** A provider through which a cloud's resources are written. */
export interface CloudProvider {
  /** Local name, `ovh`. */
  readonly name: string;
  /** Source address, `ovh/ovh`. */
  readonly source: string;
  /** Version constraint that the lowerings were written against. */
  readonly version: string;
  block(at: Standpoint, account: Readonly<Record<string, string>>): ProviderBlock;
}

/** Why a cloud does not offer a concept, and what does instead. */
export interface NotOffered extends Sourced {
  /** One sentence. */
  readonly because: string;
  /** What to do: run it on instances, take another cloud. One sentence, beginning with a verb. */
  readonly instead: string;
}

/** One thing that a cloud needs to know about the customer's account. */
export interface AccountValue {
  readonly description: string;
  readonly sensitive?: boolean;
  /** What most customers have; without it, whoever says nothing is asked when the engine runs. */
  readonly default?: string;
}

/** What the author of a cloud writes, for `defineCloud`. */
export interface CloudDefinition<N extends string, Rs extends Readonly<Record<string, Region>>, L> {
  /** Short name, also the prefix of place ids: `ovh`. */
  readonly name: N;
  /** The operator's id in `catalogue/operators`; absent where only the region says whose cloud it is (OpenStack). */
  readonly operator?: string;
  readonly provider: CloudProvider;
  /**
   * Further providers, for what the cloud's own cannot write: an S3 client where it has no buckets. A resource belongs to the one whose name its
   * type begins with.
   * @default none
   */
  readonly further?: readonly CloudProvider[];
  /** Account values that a stack must give, or be asked for by a Terraform variable: name → what it is. */
  readonly account: Readonly<Record<string, AccountValue>>;
  /** The cloud's S3 service as seen from a region, for state kept in a bucket; absent where it sells none. */
  objectStorage?(region: string): { readonly endpoint: string; readonly region: string } | undefined;
  readonly regions: Rs;
  readonly lower: L;
  /**
   * What it sells as machines, by its own names: what a neutral size becomes there, and what a name of its own means elsewhere.
   * @default its names say nothing to others
   */
  readonly sizes?: MachineSizes;
  /**
   * Concepts that the cloud does not offer: each that is missing in `lower` is here, with the reason and what to do instead.
   * @default nothing is said of what is missing
   */
  readonly absent?: Readonly<Partial<Record<keyof Concepts, NotOffered>>>;
  /**
   * What the cloud does otherwise than one would expect of a concept, one sentence each: what an exit plan and a report have to say.
   * @default nothing
   */
  readonly remarks?: Readonly<Partial<Record<keyof Concepts, readonly string[]>>>;
}

/** Any cloud, seen from a construct: name, provider and lowerings, whatever the regions. */
export interface AnyCloud {
  readonly name: string;
  readonly operator?: string | undefined;
  readonly provider: CloudProvider;
  readonly further?: readonly CloudProvider[] | undefined;
  readonly account: CloudDefinition<string, Readonly<Record<string, Region>>, unknown>["account"];
  objectStorage?(region: string): { readonly endpoint: string; readonly region: string } | undefined;
  readonly regions: Readonly<Record<string, Region>>;
  readonly lower: Lowering;
  readonly sizes?: MachineSizes | undefined;
  readonly absent?: Readonly<Partial<Record<keyof Concepts, NotOffered>>> | undefined;
  readonly remarks?: Readonly<Partial<Record<keyof Concepts, readonly string[]>>> | undefined;
}
