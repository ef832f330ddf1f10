import type { Sourced } from "../catalogue/index.ts";

/** While everything runs, until the day, when what writes stops, while nothing writes, or when the origin is given up. */
export type MovePhase = "copy" | "follow" | "stop" | "switch" | "leave";

/** How the data of one concept moves to another operator. */
export interface DataMove extends Sourced {
  readonly means: string;
  readonly steps: readonly { readonly phase: MovePhase; readonly what: string }[];
}
