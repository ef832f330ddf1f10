import { rotateState, visitAll } from "../../delivery/index.ts";
import { confirmed } from "../delivery/confirm.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";

export interface RotateOptions extends DeliveryOptions {
  readonly fromClear?: boolean;
  readonly yes?: boolean;
}

export const rotate = (path: string | undefined, options: RotateOptions): Promise<Exit> =>
  deliver({
    command: "rotate",
    path,
    options,
    ...(options.rehearse !== true &&
      options.yes !== true && {
        confirm: (stacks) => confirmed(`Write ${stacks.length} states anew under their present keys? ${stacks.join(", ")}`),
      }),
    work: (run, selected) => visitAll(run, { selected, together: true }, (stack) => rotateState(run, stack, options.fromClear === true)),
  });
