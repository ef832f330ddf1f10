import type { AddressRange } from "./address-range.ts";

/** Container images, for addresses that are named. */
export interface RegistrySpec {
  readonly name: string;
  /** Who reaches it, for pulling and pushing as for its console. Empty: from wherever one signs in; a cloud whose registries have a list refuses that. */
  readonly allowedFrom: readonly AddressRange[];
}

/** What a lowered registry gives back. */
export interface RegistryOutputs {
  readonly registryId: string;
  /** `https://…` */
  readonly url: string;
}
