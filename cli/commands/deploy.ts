import type { DeployOptions } from "../actions/deploy-options.ts";
import { deliveryCommand, PATH, withPulumiStore, withTargets } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

const keys = (file: string, before: readonly string[] = []): readonly string[] => [...before, file];

export const deployCommand = (leave: Leave) =>
  withPulumiStore(
    withTargets(
      deliveryCommand(
        "deploy",
        "plan, judge, record and apply the stacks, in order and side by side",
        "For each stack, once all that it depends on is applied: plan into a file, judge the plan, record the verdict, apply exactly that file, record what\n" +
          "came of it. What an earlier run left unfinished is brought to its end first. On a terminal it asks before something real is changed.",
      ),
    ),
  )
    .argument("[path]", PATH)
    .option("--plans <folder>", "apply the plans that `terroir plan --out` kept there, and no others")
    .option("--require-record-from <key>", "apply only what a record signed by this public key (PEM) covers", keys)
    .option("-y, --yes", "do not ask")
    .action(async (path: string | undefined, options: DeployOptions) =>
      leave(await (await import("../actions/deploy.ts")).deploy(path, options)),
    );
