import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { deployStack, visitAll } from "../../delivery/index.ts";
import { publicKeyFrom } from "../../delivery/records/index.ts";
import { confirmed } from "../delivery/confirm.ts";
import { deliver } from "../delivery/deliver.ts";
import type { Exit } from "../exit.ts";
import { isPulumi } from "../pulumi/engine.ts";
import type { DeployOptions } from "./deploy-options.ts";

export async function deploy(path: string | undefined, options: DeployOptions): Promise<Exit> {
  if (isPulumi(options.engine)) return inPulumi(path, options);
  const { plans, requireRecordFrom: keys, rehearse, yes } = options;
  if (keys !== undefined && plans === undefined)
    throw new InputError(
      "--require-record-from demands plans that were reviewed: name their folder with --plans, as `terroir plan --out` filled it.",
    );
  if (plans !== undefined && !existsSync(plans))
    throw new InputError(`There is no folder of plans ${plans}. \`terroir plan --out ${plans}\` makes one, for a review.`);
  return deliver({
    command: "deploy",
    path,
    options,
    more: {
      ...(plans !== undefined && { plans: resolve(plans) }),
      ...(keys !== undefined && { reviewers: keys.map(publicKeyFrom) }),
    },
    ...(rehearse !== true &&
      yes !== true && { confirm: (stacks) => confirmed(`Deploy ${stacks.length} stacks for real? ${stacks.join(", ")}`) }),
    work: (run, selected) => visitAll(run, { selected }, (stack, sofar) => deployStack(run, stack, sofar)),
  });
}

/** All stacks in one update. */
async function inPulumi(path: string | undefined, options: DeployOptions): Promise<Exit> {
  const { deployWithPulumi } = await import("../../delivery/pulumi/deploy.ts");
  const { deliverInPulumi } = await import("../pulumi/deliver.ts");
  return deliverInPulumi({ command: "deploy", path, options, question: (stack) => `Deploy ${stack} for real?`, work: deployWithPulumi });
}
