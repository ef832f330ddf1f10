import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "../evidence/formats/text.ts";
import { judge, type Policy, type Report, readPlan, readSynthesized, SiblingStacks } from "../guard/index.ts";
import type { PlanDocument, StackToRehearse } from "../rehearsal/index.ts";
import { MARK } from "../rehearsal/staging/type-values.ts";

/** Lets the guard judge every plan of a rehearsal, and keeps what it said, by stack. */
export function planJudge(
  policy: Policy,
  stacks: readonly StackToRehearse[],
): {
  readonly judge: (plan: PlanDocument, stack: string) => string | null;
  readonly reports: ReadonlyMap<string, Report>;
} {
  const reports = new Map<string, Report>();
  const apps = new Map<string, SiblingStacks>();
  return {
    reports,
    judge(plan, stack) {
      const [program] = programOf(stacks.find(({ name }) => name === stack)?.folder, apps);
      const options = { madeUp: MARK, ...(program !== undefined && { program }) };
      const report = judge([readPlan(plan as Parameters<typeof readPlan>[0], `the plan of ${stack}`, options)], policy);
      reports.set(stack, report);
      return report.verdict === "refused" ? text(report) : null;
    },
  };
}

/** What a synthesis wrote says which construct made what, and what a stack reads of the others beside it. */
function programOf(folder: string | undefined, apps: Map<string, SiblingStacks>): ReturnType<typeof readSynthesized> {
  if (folder === undefined || !existsSync(join(folder, "cdk.tf.json"))) return [];
  const app = resolve(folder, "..", "..");
  return readSynthesized(folder, existsSync(join(app, "manifest.json")) ? { beside: apps.get(app) ?? remember(app, apps) } : {});
}

function remember(app: string, apps: Map<string, SiblingStacks>): SiblingStacks {
  const beside = new SiblingStacks(app);
  apps.set(app, beside);
  return beside;
}
