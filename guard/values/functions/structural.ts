import type { Term } from "../term.ts";

/** A function that works on lists and objects of which only parts are known. */
export type Structural = (args: readonly Term[]) => Term;
