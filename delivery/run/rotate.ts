import type { GraphStack } from "../graph/index.ts";
import { stateSettings } from "../state/own-settings.ts";
import { failureOf, pulled } from "./pulled-state.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";

type Result = Omit<StackResult, "durationMs">;

/**
 * Writes a state anew under the key that the stack names now: read under that one, or one that it had before, or, if that is wanted, in clear. What it
 * says stays the same. It goes through memory alone, and the engine's own lock is held while it is written.
 */
export async function rotateState(run: Run, stack: GraphStack, fromClear: boolean): Promise<Result> {
  const about = { stack: stack.name } as const;
  if (run.workplace.rehearsed) return { ...about, outcome: "unchanged", because: "a rehearsal's states are under no key of yours" };
  if (run.workplace.engine.kind === "terraform")
    return { ...about, outcome: "refused", because: "Terraform can neither read nor write an encrypted state. Use OpenTofu" };
  const seat = run.workplace.seat(stack);
  if (!stateSettings(seat.cwd, "nothing-else").encrypted)
    return { ...about, outcome: "refused", because: "its program names no key: give it one (EncryptedState), and run again" };
  run.tell({ ...about, phase: "reading" });
  const before = await pulled(run, seat, fromClear ? "clear" : "former-keys");
  if (before.failed !== undefined) return { ...about, outcome: "failed", failure: failureOf(before) };
  if (before.state.trim() === "") return { ...about, outcome: "unchanged", because: "it is not deployed" };
  run.tell({ ...about, phase: "applying", note: "writing its state anew" });
  // With the serial number that it has, the engine would find nothing to write.
  const said = JSON.parse(before.state) as { serial: number };
  const pushed = await before.push(JSON.stringify({ ...said, serial: said.serial + 1 }));
  before.clear();
  if (pushed.code !== 0) return { ...about, outcome: "failed", failure: failureOf({ during: "state push", failed: pushed }) };
  const after = await pulled(run, seat, "nothing-else");
  if (after.failed !== undefined) return { ...about, outcome: "failed", failure: failureOf(after) };
  after.clear();
  return { ...about, outcome: "unchanged", because: "its state was written anew, and can be read with its present key alone" };
}
