import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../catalogue/errors.ts";
import { text } from "../evidence/formats/text.ts";
import type { Report } from "../guard/index.ts";
import type { PlanDocument, StackToRehearse } from "../rehearsal/index.ts";
import type { PlanToJudge } from "./exit-order.ts";
import type { planJudge } from "./plan-judge.ts";

/**
 * Lets a program's own guard judge every plan of a rehearsal: a company's rules and profiles are programs, so that the project's program is run once more
 * for each plan.
 *
 * @param run runs it with that order
 */
export function ownPlanJudge(
  stacks: readonly StackToRehearse[],
  scratch: string,
  run: (plan: PlanToJudge) => Promise<void>,
): {
  readonly judge: (plan: PlanDocument, stack: string) => Promise<string | null>;
  readonly reports: ReturnType<typeof planJudge>["reports"];
} {
  const reports = new Map<string, Report>();
  return {
    reports,
    async judge(plan, stack) {
      mkdirSync(scratch, { recursive: true });
      const to = { plan: join(scratch, `${reports.size}.plan.json`), report: join(scratch, `${reports.size}.report.json`) };
      writeFileSync(to.plan, JSON.stringify(plan));
      await run({ ...to, stack, folder: stacks.find(({ name }) => name === stack)?.folder ?? "" });
      if (!existsSync(to.report))
        throw new InputError(
          `The program did not judge the plan of ${stack}: it ended before app.synth(). Write the policy into a file of its own, terroir.policy.ts beside the program.`,
        );
      const report = JSON.parse(readFileSync(to.report, "utf8")) as Report;
      reports.set(stack, report);
      return report.verdict === "refused" ? text(report) : null;
    },
  };
}
