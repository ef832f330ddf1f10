import { existsSync } from "node:fs";
import { InputError } from "../../catalogue/errors.ts";
import { restoreState, visitAll } from "../../delivery/index.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";

export interface RestoreOptions extends DeliveryOptions {
  readonly path?: string;
}

export async function restore(stack: string, file: string, options: RestoreOptions): Promise<Exit> {
  if (!existsSync(file)) throw new InputError(`There is no file ${file}. The message of the run that failed names it.`);
  return deliver({
    command: "restore",
    path: options.path,
    options: { ...options, only: [stack] },
    work: (run, selected) => visitAll(run, { selected }, (one) => restoreState(run, one, file)),
  });
}
