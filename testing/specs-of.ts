import type { Concepts, Place } from "../clouds/contract/index.ts";

/** Specs of one concept that a cloud's lowering meets in practice: the smallest, the one of the defaults, the largest, and those with a particular wish. */
export type Specs<C extends keyof Concepts> = Readonly<Record<string, (place: Place) => Concepts[C]["spec"]>>;
