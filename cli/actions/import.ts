import { importInto, requireWritten, visitAll } from "../../delivery/index.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions, PulumiStoreOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";
import { isPulumi } from "../pulumi/engine.ts";

export interface ImportOptions
  extends Omit<DeliveryOptions, "only" | "changedSince" | "continue" | "parallel" | "target">,
    PulumiStoreOptions {
  readonly path?: string;
}

export async function importResource(stack: string, address: string, id: string, given: ImportOptions): Promise<Exit> {
  const options = { ...given, parallel: 1 };
  if (isPulumi(options.engine)) {
    const { importWithPulumi } = await import("../../delivery/pulumi/import.ts");
    const { deliverInPulumi } = await import("../pulumi/deliver.ts");
    // Here --stack is Pulumi's, and <stack> one of ours within it.
    const name = `${stack}/${address.slice(address.indexOf(".") + 1)}`;
    return deliverInPulumi({
      command: "import",
      path: options.path,
      options,
      taking: { stack, address, id },
      work: (session) => importWithPulumi(session, name),
    });
  }
  return deliver({
    command: "import",
    path: options.path,
    options: { ...options, only: [stack] },
    work: (run, selected) => {
      for (const one of run.graph.stacks) if (selected.includes(one.name)) requireWritten(run, one, address);
      return visitAll(run, { selected }, (one, sofar) => importInto(run, one, sofar, { address, id }));
    },
  });
}
