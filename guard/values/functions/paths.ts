import { posix } from "node:path";
import type { Json } from "../json.ts";
import { FAILS, type Operation } from "../lift.ts";

/** Paths as the engine tidies them up. Where a backslash or a colon means something depends on the machine. */
const onPath =
  (compute: (path: string) => string): Operation =>
  (path: Json | undefined) =>
    typeof path !== "string" ? FAILS : /[\\:\0]/.test(path) ? undefined : compute(path);

const tidy = (path: string): string => {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
};

export const paths: Readonly<Record<string, Operation>> = {
  basename: onPath((path) => posix.basename(path) || (path.startsWith("/") ? "/" : ".")),
  dirname: onPath((path) => tidy(path.slice(0, path.lastIndexOf("/") + 1))),
};
