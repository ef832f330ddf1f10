import { CommanderError } from "commander";
import type { Exit } from "./exit.ts";
import { failed } from "./failed.ts";
import { program } from "./program.ts";

/** Runs one command line; never throws, never ends the process. */
export async function run(args: readonly string[]): Promise<Exit> {
  let exit: Exit = 0;
  try {
    const terroir = await program((code) => {
      exit = code;
    }, args);
    await terroir.parseAsync([process.execPath, "terroir", ...args]);
    return exit;
  } catch (error) {
    // Commander has already said what is wrong; help and version are no failures.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return failed(error);
  }
}
