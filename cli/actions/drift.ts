import { driftOfStack, exitOf, type RunResult, visitAll } from "../../delivery/index.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions, PulumiStoreOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";
import { isPulumi } from "../pulumi/engine.ts";

export interface DriftOptions extends DeliveryOptions, PulumiStoreOptions {
  readonly strict?: boolean;
}

/** All stacks are looked at, whatever is found in one of them. */
export async function drift(path: string | undefined, options: DriftOptions): Promise<Exit> {
  const exit = (result: RunResult): Exit =>
    options.strict === true && exitOf(result) === 0 && result.stacks.some(({ outcome }) => outcome === "drifted") ? 1 : exitOf(result);
  if (isPulumi(options.engine)) {
    const { driftWithPulumi } = await import("../../delivery/pulumi/drift.ts");
    const { deliverInPulumi } = await import("../pulumi/deliver.ts");
    return deliverInPulumi({ command: "drift", path, options, work: driftWithPulumi, exit });
  }
  return deliver({
    command: "drift",
    path,
    options: { ...options, continue: true },
    work: (run, selected) => visitAll(run, { selected, together: true }, (stack) => driftOfStack(run, stack)),
    exit,
  });
}
