import { type Output, outputsOf, visitAll } from "../../delivery/index.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";

export interface OutputsOptions extends DeliveryOptions {
  readonly showSensitive?: boolean;
}

export function outputs(path: string | undefined, options: OutputsOptions): Promise<Exit> {
  const found = new Map<string, Readonly<Record<string, Output>>>();
  return deliver({
    command: "outputs",
    path,
    options: { ...options, continue: true },
    work: (run, selected) =>
      visitAll(run, { selected, together: true }, (stack) => outputsOf(run, stack, found, options.showSensitive === true)),
    extra: () => ({ json: { outputs: Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1))) }, text: textOf(found) }),
  });
}

const textOf = (found: ReadonlyMap<string, Readonly<Record<string, Output>>>): string =>
  [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([stack, values]) =>
      Object.entries(values).map(
        ([name, { value, sensitive }]) =>
          `${stack}.${name} = ${sensitive && value === null ? "(sensitive: --show-sensitive)" : JSON.stringify(value)}`,
      ),
    )
    .join("\n");
