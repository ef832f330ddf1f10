import type { AddressRange } from "./address-range.ts";

/** Container images, for addresses that are named. */
export interface RegistrySpec {
  readonly name: string;
  /** Who reaches it, for pulling and pushing as for its console. Never empty: an empty list means everybody to some operators. */
  readonly allowedFrom: readonly AddressRange[];
}

/** What a lowered registry gives back. */
export interface RegistryOutputs {
  readonly registryId: string;
  /** `https://…` */
  readonly url: string;
}
