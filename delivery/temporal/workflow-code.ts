import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, DefaultLogger } from "@temporalio/worker";
import { packageRoot } from "../../catalogue/package-root.ts";
import type { Environment } from "../../engines/index.ts";
import { signedCache } from "../signed-cache.ts";

/**
 * The workflow as Temporal's sandbox takes it: one text, of this file and the program's own release of Temporal. Making it takes longer than all else
 * that a worker does when it starts, so it is kept; what was kept for another release, or by another user, is made anew.
 */
export async function workflowCode(env: Environment): Promise<string> {
  const published = join(packageRoot(), "dist", "delivery", "temporal", "workflow.js");
  const beside = fileURLToPath(new URL("./workflow.ts", import.meta.url));
  // From source it is several files, whose changes no digest of one shows.
  if (existsSync(beside)) return made(beside);
  const cache = signedCache(env, "workflows");
  const key = createHash("sha256")
    .update(readFileSync(published))
    .update(JSON.stringify([...releases()]))
    .digest("hex");
  const kept = cache.read(key);
  if (typeof kept === "string") return kept;
  const code = await made(published);
  cache.write(key, code);
  return code;
}

const made = async (workflowsPath: string): Promise<string> =>
  (await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger("WARN") })).code;

function* releases(): Iterable<string> {
  const require = createRequire(import.meta.url);
  for (const name of ["worker", "workflow", "common"]) {
    const { version } = require(`@temporalio/${name}/package.json`) as { readonly version: string };
    yield version;
  }
}
