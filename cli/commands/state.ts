import { Command } from "commander";
import type { BootstrapOptions } from "../actions/state-bootstrap.ts";
import type { RestoreOptions } from "../actions/state-restore.ts";
import type { RotateOptions } from "../actions/state-rotate.ts";
import { deliveryCommand, PATH } from "../delivery/options.ts";
import type { Leave } from "../exit.ts";

export const stateCommand = (leave: Leave) => {
  const state = new Command("state").summary("where states lie, and under which keys: make both, and change keys");
  state
    .command("bootstrap")
    .summary("make the buckets and keys that the stacks' states need")
    .description(
      "Makes each bucket that a state lies in, private and with versions, and each key that can be made: key files, keys of a transit engine. What is there is\n" +
        "left as it is, so that it can be run again. What only you can give is said. The guard judges the stacks first: no bucket is made outside the policy.",
    )
    .argument("[path]", PATH)
    .option("-a, --app <command>", "the program, instead of cdktf.json's `app`")
    .option("--policy <file>", "the policy: *.json, or a module whose default export is one")
    .option("--rehearse", "with a store that pretends, and without any key")
    .option("--json", "print what came of each as JSON")
    .action(async (path: string | undefined, options: BootstrapOptions) =>
      leave(await (await import("../actions/state-bootstrap.ts")).bootstrap(path, options)),
    );
  state.addCommand(
    deliveryCommand(
      "rotate",
      "write states anew under the keys that their stacks name now",
      "Reads each state under its present key, or one of its formerKeys, and writes it under the present one; then reads it once more with that alone. What it says\n" +
        "stays the same. Take the former keys out of the program afterwards.",
    )
      .argument("[path]", PATH)
      .option("--from-clear", "read states that nobody has encrypted yet, too")
      .option("-y, --yes", "do not ask")
      .action(async (path: string | undefined, options: RotateOptions) =>
        leave(await (await import("../actions/state-rotate.ts")).rotate(path, options)),
      ),
  );
  state.addCommand(
    deliveryCommand(
      "restore",
      "put a state that the engine could not store into its place",
      "Takes an errored.tfstate, encrypted or not, which the message of the run that failed names. It must be the stack's own and newer than what is there.",
    )
      .argument("<stack>", "the stack's name")
      .argument("<file>", "the file that holds its state")
      .option("--path <folder>", PATH)
      .action(async (stack: string, file: string, options: RestoreOptions) =>
        leave(await (await import("../actions/state-restore.ts")).restore(stack, file, options)),
      ),
  );
  return state;
};
