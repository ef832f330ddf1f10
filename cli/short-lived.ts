import { setFlagsFromString } from "node:v8";
import { entryAt } from "../catalogue/entry-at.ts";

/** From here on code runs often enough to repay its optimization. */
const LARGE = 8 * 1024 * 1024;

/** What such a process has no use for: optimized code, and a collection in small steps, whose last one is due when all is done. */
const FLAGS = ["opt", "incremental-marking"];

/**
 * For a process that ends within a second: code is never run often enough to repay its optimization, and the compiler's threads would compete with
 * it. Measured on a plan of 1,000 resources: a third less processor time. A large file is another matter.
 * To be called when everything is loaded: other flags have V8 compile anew what comes compiled with Node.js.
 *
 * @param paths files that will be read
 */
export function shortLived(paths: readonly string[] = []): void {
  const isLarge = paths.some((path) => path === "-" || (entryAt(path)?.size ?? 0) > LARGE);
  if (isLarge) return;
  for (const flag of FLAGS) setFlagsFromString(`--no-${flag}`);
  // Compiled code is kept under the flags with which the next process begins.
  process.prependOnceListener("exit", () => {
    for (const flag of FLAGS) setFlagsFromString(`--${flag}`);
  });
}
