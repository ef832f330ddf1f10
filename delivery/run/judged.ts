import type { Json, Report } from "../../guard/index.ts";
import { judgePlan } from "../gate/judge-plan.ts";
import type { GraphStack } from "../graph/index.ts";
import type { Judgement } from "../records/index.ts";
import type { Run } from "./run.ts";

/**
 * Lets the guard judge a stack's plan.
 *
 * @param targets addresses that the plan was asked to be of alone; none: it has to be whole
 */
export function judged(
  run: Run,
  stack: GraphStack,
  plan: Json,
  targets: readonly string[],
): { readonly report: Report; readonly judgement: Judgement } {
  run.tell({ stack: stack.name, phase: "judging" });
  const { policy, terroir, workplace } = run;
  return judgePlan({ stack: stack.name, plan, policy, terroir, program: run.program(stack), madeUp: workplace.madeUp, targets });
}
