import { setFlagsFromString } from "node:v8";
import { entryAt } from "../catalogue/entry-at.ts";

/** From here on code runs often enough to repay its optimization. */
const LARGE = 8 * 1024 * 1024;

/**
 * For a process that ends within a second: code is never run often enough to repay its optimization, and the compiler's threads would compete with
 * it. Measured on a plan of 1,000 resources: a third less processor time. A large file is another matter.
 *
 * @param paths files that will be read
 */
export function shortLived(paths: readonly string[] = []): void {
  const isLarge = paths.some((path) => path === "-" || (entryAt(path)?.size ?? 0) > LARGE);
  if (!isLarge) setFlagsFromString("--no-opt");
}
