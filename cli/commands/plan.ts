import type { PlanOptions } from "../actions/plan.ts";
import { deliveryCommand, PATH, withPulumiStore, withTargets } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

export const planCommand = (leave: Leave) =>
  withPulumiStore(
    withTargets(
      deliveryCommand(
        "plan",
        "plan the stacks, in order and side by side, and judge each plan",
        "Plans every stack on the real engine, lets the guard judge each plan, and records what it said. Changes nothing.\n" +
          "A stack that reads what is not applied yet is reported as blocked, and is never planned on values that nobody knows.",
      ),
    ),
  )
    .argument("[path]", PATH)
    .option("--out <folder>", "keep plans and their records there, for `terroir deploy --plans`")
    .option("--summary <file>", "write what would be done as Markdown, for a comment on a merge request")
    .action(async (path: string | undefined, options: PlanOptions) =>
      leave(await (await import("../actions/plan.ts")).plan(path, options)),
    );
