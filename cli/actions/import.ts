import { importInto, visitAll } from "../../delivery/index.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";

export interface ImportOptions extends DeliveryOptions {
  readonly path?: string;
}

export const importResource = (stack: string, address: string, id: string, options: ImportOptions): Promise<Exit> =>
  deliver({
    command: "import",
    path: options.path,
    options: { ...options, only: [stack] },
    work: (run, selected) => visitAll(run, { selected }, (one, sofar) => importInto(run, one, sofar, { address, id })),
  });
