import { destroyStack, visitAll } from "../../delivery/index.ts";
import { confirmed } from "../delivery/confirm.ts";
import { deliver } from "../delivery/deliver.ts";
import type { DeliveryOptions, PulumiStoreOptions } from "../delivery/options.ts";
import type { Exit } from "../exit.ts";
import { isPulumi } from "../pulumi/engine.ts";

export interface DestroyOptions extends DeliveryOptions, PulumiStoreOptions {
  readonly allowRefused?: boolean;
  readonly yes?: boolean;
}

export async function destroy(path: string | undefined, options: DestroyOptions): Promise<Exit> {
  if (isPulumi(options.engine)) return inPulumi(path, options);
  return deliver({
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
}

async function inPulumi(path: string | undefined, options: DestroyOptions): Promise<Exit> {
  const { destroyWithPulumi } = await import("../../delivery/pulumi/destroy.ts");
  const { deliverInPulumi } = await import("../pulumi/deliver.ts");
  return deliverInPulumi({
    command: "destroy",
    path,
    options,
    question: (stack) => `Destroy ${stack} for real, with all that is in it?`,
    work: (session) => destroyWithPulumi(session, options.allowRefused ?? false),
  });
}
