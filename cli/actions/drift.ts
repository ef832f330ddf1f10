import { driftOfStack, exitOf, visitAll } from "../../delivery/index.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";

export interface DriftOptions extends DeliveryOptions {
  readonly strict?: boolean;
}

/** All stacks are looked at, whatever is found in one of them. */
export const drift = (path: string | undefined, options: DriftOptions): Promise<Exit> =>
  deliver({
    command: "drift",
    path,
    options: { ...options, continue: true },
    work: (run, selected) => visitAll(run, { selected, together: true }, (stack) => driftOfStack(run, stack)),
    exit: (result) =>
      options.strict === true && exitOf(result) === 0 && result.stacks.some(({ outcome }) => outcome === "drifted") ? 1 : exitOf(result),
  });
