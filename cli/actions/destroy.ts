import { destroyStack, visitAll } from "../../delivery/index.ts";
import { confirmed } from "../delivery/confirm.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";

export interface DestroyOptions extends DeliveryOptions {
  readonly allowRefused?: boolean;
  readonly yes?: boolean;
}

export const destroy = (path: string | undefined, options: DestroyOptions): Promise<Exit> =>
  deliver({
    command: "destroy",
    path,
    options,
    more: { evenIfRefused: options.allowRefused ?? false },
    ...(options.rehearse !== true &&
      options.yes !== true && {
        confirm: (stacks) => confirmed(`Destroy ${stacks.length} stacks for real, with all that is in them? ${stacks.join(", ")}`),
      }),
    work: (run, selected) => visitAll(run, { selected, reversed: true }, (stack, sofar) => destroyStack(run, stack, sofar)),
  });
