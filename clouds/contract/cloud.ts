import type { CountryCode, EuCountryCode } from "../../catalogue/index.ts";
import type { Concepts } from "./concepts/index.ts";
import type { DraftOptions, Handle } from "./draft.ts";
import type { Place } from "./place.ts";
import type { Region } from "./region.ts";

/** What a lowering may use. It is pure: the same spec in the same place gives the same drafts. */
export interface LowerContext<R extends string = string> {
  /** The provider's own code of the region, `GRA11`. */
  readonly region: R;
  readonly place: Place;
  /** What the cloud needs to know about the customer's account, `{ project: "…" }` on OVHcloud; each value a literal or a reference to a variable. */
  readonly account: Readonly<Record<string, string>>;
  /** Drafts one resource. */
  resource(type: string, id: string, args: Readonly<Record<string, unknown>>, options?: DraftOptions): Handle;
  /** A value known only when everything has been declared (a policy document that later grants add to). */
  later(produce: () => unknown): string;
}

/** A concept's lowering: from what the construct promises to resources of one provider. */
export type Lower<C extends keyof Concepts, R extends string = string> = (spec: Concepts[C]["spec"], cx: LowerContext<R>) => Concepts[C]["outputs"];

/** Every concept that a cloud writes. What is here is what the cloud offers; there is no second list. */
export type Lowering<R extends string = string> = { readonly [C in keyof Concepts]?: Lower<C, R> };

/** The provider block that a cloud's resources in a place need. */
export interface ProviderBlock {
  /** Resources of one stack whose blocks have the same alias share one block; absent: the default block. */
  readonly alias?: string;
  readonly args: Readonly<Record<string, unknown>>;
}

export interface CloudDefinition<N extends string, Rs extends Readonly<Record<string, Region>>, L> {
  /** Short name, also the prefix of place ids: `ovh`. */
  readonly name: N;
  /** The operator's id in `catalogue/operators`. */
  readonly operator: string;
  readonly provider: {
    /** Local name, `ovh`. */
    readonly name: string;
    /** Source address, `ovh/ovh`. */
    readonly source: string;
    /** Version constraint that the lowerings were written against. */
    readonly version: string;
    block(place: Place, account: Readonly<Record<string, string>>): ProviderBlock;
  };
  /** Account values that a stack must give, or be asked for by a Terraform variable: name → what it is. */
  readonly account: Readonly<Record<string, { readonly description: string; readonly sensitive?: boolean }>>;
  /** The cloud's S3 service as seen from a region, for state kept in a bucket; absent where it sells none. */
  objectStorage?(region: string): { readonly endpoint: string; readonly region: string } | undefined;
  readonly regions: Rs;
  readonly lower: L;
}

/** Codes of the regions whose country is in the EU. */
export type EuRegions<Rs extends Readonly<Record<string, Region>>> = {
  [R in keyof Rs & string]: Rs[R]["country"] extends EuCountryCode ? R : never;
}[keyof Rs & string];

type OfferedIn<L, R extends Region> = Exclude<Extract<keyof L, string>, R["without"] extends readonly (infer X)[] ? X : never>;

/** A cloud: its definition, and a function that makes places. */
export interface Cloud<N extends string, Rs extends Readonly<Record<string, Region>>, L> extends CloudDefinition<N, Rs, L> {
  /** A region in the EU. The editor lists them all. */
  <R extends { [K in keyof Rs & string]: Rs[K]["country"] extends EuCountryCode ? K : never }[keyof Rs & string]>(
    region: R,
  ): Place<`${N}:${R}`, Rs[R]["country"], OfferedIn<L, Rs[R]>>;
  /** A region outside the EU, said aloud so that a reviewer sees it. A stack under an EU policy refuses it. */
  outsideEu<R extends Exclude<Extract<keyof Rs, string>, EuRegions<Rs>>>(region: R): Place<`${N}:${R}`, Rs[R]["country"], OfferedIn<L, Rs[R]>>;
}

/** Any cloud, seen from a construct: name, provider and lowerings, whatever the regions. */
export interface AnyCloud {
  readonly name: string;
  readonly operator: string;
  readonly provider: CloudDefinition<string, Readonly<Record<string, Region>>, unknown>["provider"];
  readonly account: CloudDefinition<string, Readonly<Record<string, Region>>, unknown>["account"];
  objectStorage?(region: string): { readonly endpoint: string; readonly region: string } | undefined;
  readonly regions: Readonly<Record<string, Region>>;
  readonly lower: Lowering;
}

export type { CountryCode };
