import type { Engine } from "../../engines/index.ts";
import type { GraphStack } from "../graph/index.ts";
import type { RecordsBeside } from "../records/beside/index.ts";
import type { Seat } from "../step/step.ts";

/** Where engines run: in the stacks' own folders, or in copies of them beside simulated clouds. */
export interface Workplace {
  readonly engine: Engine;
  readonly rehearsed: boolean;
  /** By which what was made up is known; undefined when nothing is. */
  readonly madeUp: string | undefined;
  /** What was made up so far, for people. */
  readonly assumed: readonly string[];
  seat(stack: GraphStack): Seat;
  /** The state of a stack, where it is a file here. */
  stateFile(stack: GraphStack): string | null;
  /** The folder for the records of a stack. */
  recordsOf(stack: GraphStack): string;
  /** Where they are kept as well, where the state is not here; null: nowhere else; a text: why they cannot be. */
  recordsBeside(stack: GraphStack): RecordsBeside | string | null;
  /** What an engine's complaint means here; null when nothing but what it says. */
  explain(output: string): string | null;
  close(): Promise<void>;
}
