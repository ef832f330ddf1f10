import type { OtherProvider } from "./provider.ts";
import { FOREIGN_PROVIDERS } from "./providers-foreign.ts";
import { OPAQUE_PROVIDERS } from "./providers-opaque.ts";
import { UTILITY_PROVIDERS } from "./providers-utility.ts";

/** Every provider that belongs to no cloud folder, by source address without registry. */
export const PROVIDERS: Readonly<Record<string, OtherProvider>> = { ...UTILITY_PROVIDERS, ...OPAQUE_PROVIDERS, ...FOREIGN_PROVIDERS };

/**
 * What is known of a provider by its source address, `hashicorp/random`, `builtin/terraform`; a public registry's host in front is allowed, and case
 * does not count.
 * Undefined for a cloud's own provider (`cloudFactsBySource` has those) and for one that nobody knows, which is refused.
 */
export function otherProvider(source: string): OtherProvider | undefined {
  const name = source.toLowerCase().replace(/^(?:registry\.terraform\.io|registry\.opentofu\.org|terraform\.io)\//, "");
  return Object.hasOwn(PROVIDERS, name) ? PROVIDERS[name] : undefined;
}
