import { rmSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { Json } from "../../guard/index.ts";
import { asItIs } from "../gate/as-it-is.ts";
import type { GraphStack } from "../graph/index.ts";
import { judged } from "./judged.ts";
import { keep, statementFor } from "./record.ts";
import type { Drifted, StackResult } from "./result.ts";
import type { Run } from "./run.ts";
import { initialised, planned } from "./stack-plan.ts";
import { stateDigest } from "./state.ts";

/** Asks the cloud what is there now, tells what somebody changed beside the engine, and lets the guard judge it like a plan. Changes nothing. */
export async function driftOfStack(run: Run, stack: GraphStack): Promise<Omit<StackResult, "durationMs">> {
  const begun = await initialised(run, stack);
  if (!begun.ok) return { stack: stack.name, outcome: "failed", failure: begun.failure };
  if ((await stateDigest(begun.seat)) === null) return { stack: stack.name, outcome: "unchanged", because: "it is not deployed" };
  const plan = await planned(run, stack, ["-refresh-only"], begun.seat);
  if (!plan.ok) return { stack: stack.name, outcome: "failed", failure: plan.failure };
  try {
    const drift = driftIn(plan.json);
    const { report, judgement } = judged(run, stack, asItIs(plan.json), []);
    const outcome = report.verdict === "refused" ? "refused" : drift.length > 0 ? "drifted" : "unchanged";
    const digests = { plan: plan.digest, json: plan.jsonDigest, before: plan.stateBefore };
    const record = await keep(run, stack, statementFor(run, stack, { outcome, judgement, counts: plan.counts, digests }));
    return { stack: stack.name, outcome, report, drift, record };
  } finally {
    rmSync(plan.file, { force: true });
  }
}

interface ResourceDrift {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Readonly<Record<string, Json>> | null;
    readonly after: Readonly<Record<string, Json>> | null;
  };
}

function driftIn(plan: Json): readonly Drifted[] {
  const { resource_drift: found = [] } = plan as unknown as { resource_drift?: readonly ResourceDrift[] };
  return found
    .filter(({ mode }) => mode === "managed")
    .map(({ address, type, change }) => {
      const { actions, before, after } = change;
      const names = Object.keys({ ...before, ...after }).sort();
      return {
        address,
        type,
        change: actions.includes("delete") ? ("deleted" as const) : ("changed" as const),
        attributes: actions.includes("delete") ? [] : names.filter((name) => !isDeepStrictEqual(before?.[name], after?.[name])),
      };
    });
}
