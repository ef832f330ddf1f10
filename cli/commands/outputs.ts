import type { OutputsOptions } from "../actions/outputs.ts";
import { deliveryCommand, PATH, withPulumiStore } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

export const outputsCommand = (leave: Leave) =>
  withPulumiStore(
    deliveryCommand(
      "outputs",
      "what the deployed stacks give to others",
      "Reads the outputs of each stack's state. Sensitive ones are named, not shown.",
    ),
  )
    .argument("[path]", PATH)
    .option("--show-sensitive", "show sensitive values as well")
    .action(async (path: string | undefined, options: OutputsOptions) =>
      leave(await (await import("../actions/outputs.ts")).outputs(path, options)),
    );
