import type { DriftOptions } from "../actions/drift.ts";
import { deliveryCommand, PATH, withPulumiStore } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

export const driftCommand = (leave: Leave) =>
  withPulumiStore(
    deliveryCommand(
      "drift",
      "what somebody changed beside the engine, and whether the guard accepts it",
      "Asks the clouds what is there now, names what differs from the state, and judges it like a plan: a bucket that was made public by hand, or that\n" +
        "stands elsewhere now, is refused. Changes nothing. Exit code 0: nothing differs, or what differs is inside; 1: it is refused.",
    ),
  )
    .argument("[path]", PATH)
    .option("--strict", "any difference is refused, inside or not")
    .action(async (path: string | undefined, options: DriftOptions) =>
      leave(await (await import("../actions/drift.ts")).drift(path, options)),
    );
