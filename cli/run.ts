import { CommanderError } from "commander";
import { diskFull, TerroirError } from "../catalogue/errors.ts";
import type { Exit } from "./exit.ts";
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
    return failed(error);
  }
}

function failed(error: unknown): Exit {
  // Commander has already said what is wrong; help and version are no failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof TerroirError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (error instanceof Error && error.name === "AbortError") {
    process.stderr.write("Stopped before the end.\n");
    return 3;
  }
  const full = diskFull(error);
  if (full !== undefined) {
    process.stderr.write(`${full} Make room and run again: what was begun is found, and brought to its end.\n`);
    return 3;
  }
  const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`terroir failed in a way that it should not. Please report this, with the command that you typed:\n${bug}\n`);
  return 3;
}
