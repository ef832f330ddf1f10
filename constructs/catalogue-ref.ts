import type { CatalogueRef } from "../clouds/contract/index.ts";

/** Something in the operator's catalogue: its name, looked up in the region when the engine plans, or `{ id }`, which needs no look-up. */
export type Named = string | { readonly id: string };

export function catalogueRef(ref: Named): CatalogueRef {
  return typeof ref === "string" ? { name: ref } : { id: ref.id };
}
