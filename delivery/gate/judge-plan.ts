import { type Infrastructure, type Json, judge, type Policy, type Report, readPlan } from "../../guard/index.ts";
import { type Judgement, judgementOf, sensitiveTexts } from "../records/index.ts";

export interface PlanToJudge {
  readonly stack: string;
  /** What `show -json` prints of the plan. */
  readonly plan: Json;
  readonly policy: Policy;
  /** The stack's folder as the synthesized view reads it: which construct made what. */
  readonly program: Infrastructure | undefined;
  /** This release of Terroir. */
  readonly terroir: string;
  /** By which what a rehearsal made up is known. @default nothing is made up */
  readonly madeUp?: string | undefined;
  /** Addresses that the plan was asked to be of alone. A plan that leaves something out which nobody asked to be left out is refused. @default none */
  readonly targets?: readonly string[] | undefined;
  /** @default today */
  readonly asOf?: string | undefined;
}

/** The guard's word on one plan; never from a cache. A waiver may be for another stack. */
export function judgePlan(given: PlanToJudge): { readonly report: Report; readonly judgement: Judgement } {
  const { stack, plan, policy, program, terroir, madeUp, targets = [], asOf } = given;
  const view = readPlan(plan, `the plan of ${stack}`, {
    partial: targets.length > 0,
    ...(madeUp !== undefined && { madeUp }),
    ...(program !== undefined && { program }),
  });
  const report = judge([view], policy, { partial: true, ...(asOf !== undefined && { asOf: asOf as Report["asOf"] }) });
  return {
    report,
    judgement: judgementOf(report, { policy, terroir, targets, hidden: sensitiveTexts(plan as Parameters<typeof sensitiveTexts>[0]) }),
  };
}
