import { type Output, outputsOf, visitAll } from "../../delivery/index.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions, PulumiStoreOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";
import { isPulumi } from "../pulumi/engine.ts";

export interface OutputsOptions extends DeliveryOptions, PulumiStoreOptions {
  readonly showSensitive?: boolean;
}

export async function outputs(path: string | undefined, options: OutputsOptions): Promise<Exit> {
  const found = new Map<string, Readonly<Record<string, Output>>>();
  const showSensitive = options.showSensitive === true;
  const extra = () => ({ json: { outputs: Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1))) }, text: textOf(found) });
  if (isPulumi(options.engine)) {
    const { outputsWithPulumi } = await import("../../delivery/pulumi/outputs.ts");
    const { deliverInPulumi } = await import("../pulumi/deliver.ts");
    return deliverInPulumi({
      command: "outputs",
      path,
      options,
      extra,
      work: (session) => outputsWithPulumi(session, found, showSensitive),
    });
  }
  return deliver({
    command: "outputs",
    path,
    options: { ...options, continue: true },
    work: (run, selected) => visitAll(run, { selected, together: true }, (stack) => outputsOf(run, stack, found, showSensitive)),
    extra,
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
