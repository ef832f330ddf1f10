import type { ImportOptions } from "../actions/import.ts";
import { PATH, stackCommand, withPulumiStore } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

export const importCommand = (leave: Leave) =>
  withPulumiStore(
    stackCommand(
      "import",
      "take something that exists under a stack's care",
      "Makes a plan that does nothing but take the resource in, judges it, records it, and applies exactly that.",
    ),
  )
    .argument("<stack>", "the stack's name")
    .argument("<address>", "the resource as the stack writes it: ovh_cloud_project_storage.media")
    .argument("<id>", "its id, as the provider's documentation says")
    .option("--path <folder>", PATH)
    .action(async (stack: string, address: string, id: string, options: ImportOptions) =>
      leave(await (await import("../actions/import.ts")).importResource(stack, address, id, options)),
    );
