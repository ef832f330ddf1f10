import { shownJson } from "../../engines/index.ts";
import type { Json } from "../../guard/index.ts";
import type { GraphStack } from "../graph/index.ts";
import { answer } from "../step/step.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";
import { initialised } from "./stack-plan.ts";
import { stateDigest } from "./state.ts";

export interface Output {
  readonly value: Json;
  readonly sensitive: boolean;
}

/** What the state of a stack gives to others. A sensitive value is null unless it is asked for. */
export async function outputsOf(
  run: Run,
  stack: GraphStack,
  into: Map<string, Readonly<Record<string, Output>>>,
  showSensitive: boolean,
): Promise<Omit<StackResult, "durationMs">> {
  const begun = await initialised(run, stack);
  if (!begun.ok) return { stack: stack.name, outcome: "failed", failure: begun.failure };
  if ((await stateDigest(begun.seat)) === null) return { stack: stack.name, outcome: "unchanged", because: "it is not deployed" };
  run.tell({ stack: stack.name, phase: "reading" });
  const { code, stdout, stderr } = await answer(begun.seat, ["output", "-json"], run.signal);
  if (code !== 0)
    return {
      stack: stack.name,
      outcome: "failed",
      failure: { during: "output", causes: [stderr.trim()], truth: [], next: "Put it right, and run again.", log: null },
    };
  const said = shownJson(stdout) as Readonly<Record<string, { readonly value: Json; readonly sensitive: boolean }>>;
  into.set(
    stack.name,
    Object.fromEntries(
      Object.entries(said).map(([name, { value, sensitive }]) => [name, { value: sensitive && !showSensitive ? null : value, sensitive }]),
    ),
  );
  return { stack: stack.name, outcome: "unchanged", ...(Object.keys(said).length === 0 && { because: "it gives no outputs" }) };
}
