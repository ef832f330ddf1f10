import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../catalogue/json.ts";
import type { Engine } from "../engines/index.ts";
import { EngineError } from "../engines/index.ts";
import { notSimulated } from "./not-simulated.ts";
import type { PlanDocument } from "./plan-document.ts";
import type { ProviderToSimulate } from "./provider-to-simulate.ts";
import { stageStack } from "./stack.ts";
import { refuseRealStates } from "./staging/modules.ts";
import { openTheatre } from "./theatre.ts";

export interface PlanJsonOptions {
  readonly engine: Engine;
  readonly variables?: Readonly<Record<string, Json>>;
  readonly providers?: readonly ProviderToSimulate[];
  /** The workspace of the run. @default "default" */
  readonly workspace?: string;
  readonly signal?: AbortSignal;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface RehearsedPlan {
  readonly simulated: true;
  /** What `show -json` prints of the plan. */
  readonly plan: PlanDocument;
  /** What was made up to get a plan: variables without a value, outputs of other stacks, imported objects. Each value begins with `rehearsal-`. */
  readonly assumed: readonly string[];
}

/**
 * The plan of a folder as the engine itself computes it, modules and variables resolved, without account or network. Values that nobody
 * knows before a real plan (answers of data sources, variables that must be given) are marked, so that no judgement rests on them.
 */
export async function planJson(folder: string, options: PlanJsonOptions): Promise<RehearsedPlan> {
  const theatre = await openTheatre({ ...options, imports: "invent", answers: "marked" });
  try {
    const { workspace } = options;
    const env = workspace === undefined ? theatre.env : { ...theatre.env, TF_WORKSPACE: workspace };
    const stack = stageStack({ ...theatre, env }, { folder }, [], { ...options, plansOnly: true });
    // An engine runs in no workspace that nobody made.
    if (workspace !== undefined) mkdirSync(join(stack.copy, "terraform.tfstate.d", workspace), { recursive: true });
    await stack.engine.init();
    refuseRealStates(stack.configuration, stack.copy);
    await stack.engine.plan("rehearsal.tfplan");
    const plan = (await stack.engine.show("rehearsal.tfplan")) as PlanDocument;
    return { simulated: true, plan, assumed: [...theatre.assumed] };
  } catch (error) {
    throw (error instanceof EngineError ? notSimulated(error.output, theatre.sources) : null) ?? error;
  } finally {
    theatre.close();
  }
}
