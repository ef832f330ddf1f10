import type { SourceLine } from "../../subject/infrastructure.ts";
import type { Json } from "../../values/json.ts";
import type { ProviderSource } from "./provider-source.ts";
import type { SiblingStacks } from "./sibling-stacks.ts";

/** What a reader may be told from outside. */
export interface ReadOptions {
  /** The line of the user's program that made a construct. */
  readonly sources?: (constructPath: string) => SourceLine | undefined;
  /** The name that findings give to the folder, where it is judged before it takes its place. */
  readonly as?: string;
  /**
   * Other stacks of the synthesized folder in which this one stands: what it reads of their states is followed.
   * @default those of the folder that is read
   */
  readonly beside?: SiblingStacks;
  /** What a block says that its provider's schema does not have, and that may name a place. @default nobody compares them */
  readonly strays?: Strays;
}

/** Compares a body with the schema of a type; undefined: there is no such schema. */
export type Strays = (
  kind: "resource" | "data" | "provider",
  source: ProviderSource,
  type: string,
  body: Json,
) => readonly string[] | undefined;
