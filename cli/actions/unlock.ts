import { unlockStack, visitAll } from "../../delivery/index.ts";
import { confirmed } from "../delivery/confirm.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";

export interface UnlockOptions extends DeliveryOptions {
  readonly path?: string;
  readonly yes?: boolean;
}

export const unlock = (stack: string, id: string, options: UnlockOptions): Promise<Exit> =>
  deliver({
    command: "unlock",
    path: options.path,
    options: { ...options, only: [stack] },
    ...(options.rehearse !== true &&
      options.yes !== true && {
        confirm: () => confirmed(`Release the lock of ${stack}? Whoever holds it must be dead: two writers lose a state.`),
      }),
    work: (run, selected) => visitAll(run, { selected }, (one) => unlockStack(run, one, id)),
  });
