import type { Concepts } from "./concepts/index.ts";
import type { EuPlace } from "./place.ts";

/** A place in the EU that is known only when the program runs. It is taken to offer everything; what it does not, the construct that wants it says. */
export type SomePlace = EuPlace<string, keyof Concepts>;
