import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { planStack, type RunResult, visitAll } from "../../delivery/index.ts";
import { deliver } from "../delivery/deliver.ts";
import { runMarkdown } from "../delivery/markdown.ts";
import type { DeliveryOptions, PulumiStoreOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";
import { isPulumi } from "../pulumi/engine.ts";

export interface PlanOptions extends DeliveryOptions, PulumiStoreOptions {
  readonly out?: string;
  readonly summary?: string;
}

export async function plan(path: string | undefined, options: PlanOptions): Promise<Exit> {
  const { summary } = options;
  const told = (result: RunResult): void => (summary === undefined ? undefined : writeFileSync(summary, runMarkdown(result)));
  if (isPulumi(options.engine)) {
    const { planWithPulumi } = await import("../../delivery/pulumi/deploy.ts");
    const { deliverInPulumi } = await import("../pulumi/deliver.ts");
    return deliverInPulumi({ command: "plan", path, options, told, work: planWithPulumi });
  }
  return deliver({
    command: "plan",
    path,
    options,
    told,
    work: (run, selected) =>
      visitAll(run, { selected }, (stack, sofar) =>
        planStack(run, stack, sofar, options.out === undefined ? undefined : resolve(options.out)),
      ),
  });
}
