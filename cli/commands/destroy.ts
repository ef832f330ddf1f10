import type { DestroyOptions } from "../actions/destroy.ts";
import { deliveryCommand, PATH, withPulumiStore, withTargets } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

export const destroyCommand = (leave: Leave) =>
  withPulumiStore(
    withTargets(
      deliveryCommand(
        "destroy",
        "destroy the stacks, each before what it depends on",
        "Destroys by plans that are judged, recorded and applied exactly, as a deployment is. A stack on which another still depends is left.",
      ),
    ),
  )
    .argument("[path]", PATH)
    .option("--allow-refused", "destroy although the guard refuses what it finds: to get rid of what is in the wrong place")
    .option("-y, --yes", "do not ask")
    .action(async (path: string | undefined, options: DestroyOptions) =>
      leave(await (await import("../actions/destroy.ts")).destroy(path, options)),
    );
