import { diskFull, TerroirError } from "../../catalogue/errors.ts";
import type { GraphStack } from "../graph/index.ts";
import { redacted } from "../records/index.ts";
import { outcomeText } from "./outcome-text.ts";
import type { RunResult, StackResult } from "./result.ts";
import type { Run } from "./run.ts";
import { type Piece, schedule } from "./schedule.ts";
import { SoFar } from "./sofar.ts";

export type Visit = (stack: GraphStack, sofar: SoFar) => Promise<Omit<StackResult, "durationMs">>;

export interface Order {
  /** Stacks that are gone through; what they depend on beside them must be there already. */
  readonly selected: readonly string[];
  /** Those that use a stack before it. @default each stack after what it depends on */
  readonly reversed?: boolean;
  /** No stack waits for another. */
  readonly together?: boolean;
}

/** Goes through the stacks in the order of the graph, and tells of each what became of it. A failure of ours is the stack's, never the run's. */
export async function visitAll(run: Run, order: Order, visit: Visit): Promise<RunResult> {
  const begun = Date.now();
  const sofar = new SoFar(run, order.selected);
  const byName = new Map(run.graph.stacks.map((stack) => [stack.name, stack]));
  let stopped = false;
  await schedule(pieces(run, order), run.parallel, async (name) => {
    const stack = byName.get(name) as GraphStack;
    const since = Date.now();
    const result: StackResult = {
      ...(stopped || run.signal.aborted ? notBegun(name, run) : await attempt(run, stack, () => visit(stack, sofar))),
      durationMs: Date.now() - since,
    };
    sofar.results.set(name, result);
    const good = !["refused", "failed", "interrupted", "not-begun"].includes(result.outcome);
    if (!good && !run.keepGoing) stopped = true;
    run.tell({ stack: name, over: outcomeText(result), good });
  });
  return {
    run: run.id,
    command: run.command,
    rehearsed: run.workplace.rehearsed,
    engine: { kind: run.workplace.engine.kind, version: run.workplace.engine.version },
    stacks: order.selected.flatMap((name) => sofar.results.get(name) ?? []),
    assumed: run.workplace.assumed,
    durationMs: Date.now() - begun,
  };
}

function pieces(run: Run, { selected, reversed = false, together = false }: Order): readonly Piece[] {
  const chosen = new Set(selected);
  const stacks = run.graph.stacks.filter(({ name }) => chosen.has(name));
  if (together) return stacks.map(({ name }) => ({ name, after: [] }));
  if (!reversed) return stacks.map(({ name, dependsOn }) => ({ name, after: dependsOn.filter((one) => chosen.has(one)) }));
  return [...stacks]
    .reverse()
    .map(({ name }) => ({ name, after: stacks.filter(({ dependsOn }) => dependsOn.includes(name)).map((one) => one.name) }));
}

const notBegun = (stack: string, { signal }: Run): Omit<StackResult, "durationMs"> => ({
  stack,
  outcome: "not-begun",
  because: signal.aborted ? "the run was stopped" : "another stack failed before (--continue goes on with those that do not depend on it)",
});

async function attempt(
  run: Run,
  stack: GraphStack,
  visit: () => Promise<Omit<StackResult, "durationMs">>,
): Promise<Omit<StackResult, "durationMs">> {
  try {
    return await visit();
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return notBegun(stack.name, run);
    const full = diskFull(error);
    if (full === undefined && !(error instanceof TerroirError)) throw error;
    const cause = full ?? (error as Error).message;
    const next =
      full !== undefined
        ? "Make room and run again: the next run finds what was begun, and writes the records that are missing."
        : "Put it right, and run again.";
    const failure = { during: run.command, causes: [redacted(cause)], truth: [], next, log: null };
    return { stack: stack.name, outcome: error instanceof TerroirError && error.exitCode === 1 ? "refused" : "failed", failure };
  }
}
