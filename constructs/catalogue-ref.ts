import type { IConstruct } from "constructs";
import type { CatalogueRef, FlavourRef, MachineSize } from "../clouds/contract/index.ts";
import { refuse } from "./refuse.ts";

/** Something in the operator's catalogue: its name, looked up in the region when the engine plans, or `{ id }`, which needs no look-up. */
export type Named = string | { readonly id: string };

/** A size of machine: what it has at least, in the same words on every cloud, or the operator's own name or id. */
export type Flavour = Named | MachineSize;

export function catalogueRef(ref: Named): CatalogueRef {
  return typeof ref === "string" ? { name: ref } : { id: ref.id };
}

export function flavourRef(self: IConstruct, flavour: Flavour): FlavourRef {
  if (typeof flavour === "string" || "id" in flavour) return catalogueRef(flavour);
  const { cpus, memory } = flavour;
  if (!(Number.isInteger(cpus) && cpus >= 1 && Number.isFinite(memory) && memory > 0))
    refuse(
      self,
      `{ flavour: { cpus: ${cpus}, memory: ${memory} } } is no size: say whole processors and gigabytes, { cpus: 2, memory: 8 }.`,
    );
  return { cpus, memory };
}
