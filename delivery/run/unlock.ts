import type { GraphStack } from "../graph/index.ts";
import { step } from "../step/step.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";
import { failed, initialised } from "./stack-plan.ts";

/** Releases the lock of a state whose holder is dead: the engine's own lock, by the id that its message names. */
export async function unlockStack(run: Run, stack: GraphStack, id: string): Promise<Omit<StackResult, "durationMs">> {
  const begun = await initialised(run, stack);
  if (!begun.ok) return { stack: stack.name, outcome: "failed", failure: begun.failure };
  const done = await step(begun.seat, ["force-unlock", "-force", "-no-color", id], { signal: run.signal });
  if (done.result.code === 0) return { stack: stack.name, outcome: "unchanged", because: "its state is not locked any more" };
  const next =
    "Look at the id in the message that told of the lock. A lock in a file ends with the process that holds it, and needs no release.";
  return { stack: stack.name, outcome: "failed", failure: failed(run, "force-unlock", done, ["Nothing was changed."], next).failure };
}
