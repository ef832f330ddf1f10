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
  /** @default today */
  readonly asOf?: string | undefined;
}

/** The guard's word on one plan; never from a cache. A waiver may be for another stack. */
export function judgePlan(given: PlanToJudge): { readonly report: Report; readonly judgement: Judgement } {
  const { stack, plan, policy, program, terroir, madeUp, asOf } = given;
  const view = readPlan(plan, `the plan of ${stack}`, {
    // What was left out was asked for, twice; it is a part that is released.
    partial: true,
    ...(madeUp !== undefined && { madeUp }),
    ...(program !== undefined && { program }),
  });
  const report = judge([view], policy, { partial: true, ...(asOf !== undefined && { asOf: asOf as Report["asOf"] }) });
  return { report, judgement: judgementOf(report, policy, terroir, sensitiveTexts(plan as Parameters<typeof sensitiveTexts>[0])) };
}
