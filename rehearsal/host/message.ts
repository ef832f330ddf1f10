import type { Environment } from "../../engines/index.ts";
import type { Fault } from "../faults.ts";

/** What a host is told when it begins. */
export interface Opening {
  readonly world: string;
  readonly faults: readonly Fault[];
}

/** What it answers: where everything is, or why it could not begin. */
export type Opened =
  | {
      readonly ok: true;
      readonly scratch: string;
      readonly states: string;
      readonly env: Environment;
      readonly sources: readonly string[];
    }
  | { readonly ok: false; readonly message: string };
