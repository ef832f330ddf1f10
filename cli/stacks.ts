import { existsSync } from "node:fs";
import { join } from "node:path";
import { graphOf } from "../delivery/graph/index.ts";
import type { StackToRehearse } from "../rehearsal/index.ts";

/** The stacks that a synthesis wrote, each after those that it depends on; undefined for a folder without a manifest. */
export function stacksIn(folder: string): readonly StackToRehearse[] | undefined {
  if (!existsSync(join(folder, "manifest.json"))) return undefined;
  return graphOf(folder).stacks.map((stack) => ({ name: stack.name, folder: join(folder, stack.folder) }));
}
