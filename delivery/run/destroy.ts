import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { GraphStack } from "../graph/index.ts";
import { answer } from "../step/step.ts";
import { judged } from "./judged.ts";
import { keep, statementFor } from "./record.ts";
import type { StackResult } from "./result.ts";
import type { Run } from "./run.ts";
import type { SoFar } from "./sofar.ts";
import { apply } from "./stack-apply.ts";
import { initialised, planned, targeted } from "./stack-plan.ts";

/** Destroys a stack once all that depend on it are gone: by a plan that is judged, recorded, and applied exactly. */
export async function destroyStack(run: Run, stack: GraphStack, sofar: SoFar): Promise<Omit<StackResult, "durationMs">> {
  const users = run.graph.stacks.filter(({ dependsOn }) => dependsOn.includes(stack.name));
  const standing: string[] = [];
  for (const user of users) if (await stands(run, user, sofar)) standing.push(user.name);
  if (standing.length > 0)
    return { stack: stack.name, outcome: "blocked", blockedBy: standing, because: "it depends on this one, and still exists" };
  const plan = await planned(run, stack, ["-destroy", ...targeted(run.targets)]);
  if (!plan.ok) return { stack: stack.name, outcome: "failed", failure: plan.failure };
  try {
    const { report, judgement } = judged(run, stack, plan.json, run.targets);
    const digests = { plan: plan.digest, json: plan.jsonDigest, before: plan.stateBefore };
    const refused = report.verdict === "refused" && run.evenIfRefused !== true;
    if (refused || !plan.anything) {
      const outcome = refused ? "refused" : "unchanged";
      const record = await keep(run, stack, statementFor(run, stack, { outcome, judgement, counts: plan.counts, digests }));
      return { stack: stack.name, outcome, counts: plan.counts, report, record };
    }
    return { ...(await apply(run, stack, { seat: plan.seat, plan, judgement, review: null, done: "destroyed" })), report };
  } finally {
    if (!existsSync(join(run.home.open, `${stack.name}.json`))) rmSync(plan.file, { force: true });
  }
}

async function stands(run: Run, user: GraphStack, sofar: SoFar): Promise<boolean> {
  const result = sofar.results.get(user.name);
  if (result !== undefined) return !["destroyed", "unchanged"].includes(result.outcome);
  const begun = await initialised(run, user);
  if (!begun.ok) return true;
  const { code, stdout } = await answer(begun.seat, ["state", "list"], run.signal);
  return code === 0 && stdout.split("\n").some((line) => line !== "" && !/(?:^|\.)data\./.test(line));
}
