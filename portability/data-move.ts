import type { Sourced } from "../catalogue/index.ts";

/** While everything runs, until the day, while writing stops, or when the origin is given up. */
export type MovePhase = "copy" | "follow" | "switch" | "leave";

/** How the data of one concept moves to another operator. */
export interface DataMove extends Sourced {
  readonly means: string;
  readonly steps: readonly { readonly phase: MovePhase; readonly what: string }[];
}
