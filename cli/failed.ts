import { diskFull, TerroirError } from "../catalogue/errors.ts";
import type { Exit } from "./exit.ts";

/** Says why a command failed, and how the process should end. */
export function failed(error: unknown): Exit {
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
