import { text } from "../evidence/formats/text.ts";
import { judge, type Policy, type Report, readPlan } from "../guard/index.ts";
import type { PlanDocument } from "../rehearsal/index.ts";
import { MARK } from "../rehearsal/staging/type-values.ts";

/** Lets the guard judge every plan of a rehearsal, and keeps what it said, by stack. */
export function planJudge(policy: Policy): {
  readonly judge: (plan: PlanDocument, stack: string) => string | null;
  readonly reports: ReadonlyMap<string, Report>;
} {
  const reports = new Map<string, Report>();
  return {
    reports,
    judge(plan, stack) {
      const report = judge([readPlan(plan as Parameters<typeof readPlan>[0], `the plan of ${stack}`, { madeUp: MARK })], policy);
      reports.set(stack, report);
      return report.verdict === "refused" ? text(report) : null;
    },
  };
}
