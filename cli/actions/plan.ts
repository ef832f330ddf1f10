import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { planStack, visitAll } from "../../delivery/index.ts";
import { deliver } from "../delivery/deliver.ts";
import { runMarkdown } from "../delivery/markdown.ts";
import type { DeliveryOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";

export interface PlanOptions extends DeliveryOptions {
  readonly out?: string;
  readonly summary?: string;
}

export const plan = (path: string | undefined, options: PlanOptions): Promise<Exit> =>
  deliver({
    command: "plan",
    path,
    options,
    ...(options.summary !== undefined && { told: (result) => writeFileSync(options.summary as string, runMarkdown(result)) }),
    work: (run, selected) =>
      visitAll(run, { selected }, (stack, sofar) =>
        planStack(run, stack, sofar, options.out === undefined ? undefined : resolve(options.out)),
      ),
  });
