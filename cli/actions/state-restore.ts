import { restoreState, visitAll } from "../../delivery/index.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";

export interface RestoreOptions extends DeliveryOptions {
  readonly path?: string;
}

export const restore = (stack: string, file: string, options: RestoreOptions): Promise<Exit> =>
  deliver({
    command: "restore",
    path: options.path,
    options: { ...options, only: [stack] },
    work: (run, selected) => visitAll(run, { selected }, (one) => restoreState(run, one, file)),
  });
