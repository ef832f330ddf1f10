import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../catalogue/json.ts";
import type { Engine } from "../engines/index.ts";
import { EngineError } from "../engines/index.ts";
import { noSimulation, notSimulated } from "./not-simulated.ts";
import type { PlanDocument } from "./plan-document.ts";
import type { ProviderToSimulate } from "./provider-to-simulate.ts";
import { type StagedStack, stageStack } from "./stack.ts";
import { refuseRealStates } from "./staging/modules.ts";
import { leaveUnasked, type StandIns } from "./stand-in/index.ts";
import { openTheatre, type Theatre } from "./theatre.ts";

export interface PlanJsonOptions {
  readonly engine: Engine;
  readonly variables?: Readonly<Record<string, Json>>;
  readonly providers?: readonly ProviderToSimulate[];
  /** The workspace of the run. @default "default" */
  readonly workspace?: string;
  readonly signal?: AbortSignal;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Providers and types that nobody simulates, for which the code itself tells what they take. Nothing that they say is known in the plan. */
  readonly standIns?: StandIns;
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
    const plan = await planned(stack, theatre, options);
    return { simulated: true, plan, assumed: [...theatre.assumed] };
  } catch (error) {
    throw (error instanceof EngineError ? notSimulated(error.output, theatre.sources) : null) ?? error;
  } finally {
    theatre.close();
  }
}

/** What an engine complains of where it plans with stand-ins may come of these: then there is no simulation of them, as without. */
async function planned({ engine, copy }: StagedStack, theatre: Theatre, { standIns, signal }: PlanJsonOptions): Promise<PlanDocument> {
  try {
    if (standIns !== undefined) leaveUnasked(copy, standIns);
    await engine.plan("rehearsal.tfplan");
    return (await engine.show("rehearsal.tfplan")) as PlanDocument;
  } catch (error) {
    signal?.throwIfAborted();
    const isStopped = error instanceof EngineError && error.code === null;
    // Without a provider to stand in for, the engine would have come as far by itself, and says more.
    throw standIns === undefined || standIns.sources.length === 0 || isStopped
      ? error
      : noSimulation(standIns.sources, theatre.sources, error);
  }
}
