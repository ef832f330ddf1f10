import type { UnlockOptions } from "../actions/unlock.ts";
import { deliveryCommand, PATH } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

export const unlockCommand = (leave: Leave) =>
  deliveryCommand(
    "unlock",
    "release the lock of a state whose holder is dead",
    "Takes away the engine's own lock, by the id that its message named. Make sure that no run holds it: two writers at once lose a state.",
  )
    .argument("<stack>", "the stack's name")
    .argument("<id>", "the lock's id")
    .option("--path <folder>", PATH)
    .option("-y, --yes", "do not ask")
    .action(async (stack: string, id: string, options: UnlockOptions) =>
      leave(await (await import("../actions/unlock.ts")).unlock(stack, id, options)),
    );
