import type { IConstruct } from "constructs";

/** The class of a construct as its author named it: bundlers, ours among them, put an underscore before a class that refers to itself. */
export const kindOf = (construct: IConstruct): string => construct.constructor.name.replace(/^_+(?=\p{L})/u, "");
