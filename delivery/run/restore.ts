import { rmSync } from "node:fs";
import { resolve } from "node:path";
import type { GraphStack } from "../graph/index.ts";
import { failureOf, pulled } from "./pulled-state.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";

type Result = Omit<StackResult, "durationMs">;

/**
 * Puts a state that an engine could not store, its errored.tfstate, into its place. The engine's own `state push` takes none that is encrypted. It must
 * be the same state, and newer than the one that is there; the file is deleted once it is in its place.
 */
export async function restoreState(run: Run, stack: GraphStack, named: string): Promise<Result> {
  const about = { stack: stack.name } as const;
  const file = resolve(named);
  if (run.workplace.rehearsed)
    return { ...about, outcome: "unchanged", because: "a rehearsal's states lie in files that are always there" };
  const seat = run.workplace.seat(stack);
  run.tell({ ...about, phase: "reading" });
  const kept = await pulled(run, seat, "former-keys", file);
  if (kept.failed !== undefined) return { ...about, outcome: "failed", failure: failureOf(kept) };
  kept.clear();
  const there = await pulled(run, seat, "former-keys");
  if (there.failed !== undefined) return { ...about, outcome: "failed", failure: failureOf(there) };
  try {
    const because = whyNot(kept.state, there.state);
    if (because !== null) return { ...about, outcome: "refused", because };
    run.tell({ ...about, phase: "applying", note: "putting its state into its place" });
    const pushed = await there.push(kept.state);
    if (pushed.code !== 0) return { ...about, outcome: "failed", failure: failureOf({ during: "state push", failed: pushed }) };
  } finally {
    there.clear();
  }
  rmSync(file);
  return { ...about, outcome: "unchanged", because: "its state is in its place again" };
}

/** Why a state may not take the place of another; null when it may. */
function whyNot(kept: string, there: string): string | null {
  if (kept.trim() === "") return "the file holds no state";
  if (there.trim() === "") return null;
  const [a, b] = [kept, there].map((text) => JSON.parse(text) as { readonly lineage: string; readonly serial: number });
  if (a?.lineage !== b?.lineage) return "the file holds the state of something else: its lineage is another one";
  return (a?.serial ?? 0) > (b?.serial ?? 0) ? null : `the state in its place is as new or newer (serial ${b?.serial}, here ${a?.serial})`;
}
