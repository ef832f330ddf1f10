import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const { env } = process;
const cache = join(env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "terroir", "test-tools");

/** Other people's programs that say whether a file is valid, fetched once through their registries, each in a pinned version. */
export function obtained(
  name: string,
  version: string,
  fetch: (folder: string) => readonly [command: string, args: readonly string[]],
): string | undefined {
  const target = join(cache, `${name}-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, ".making-"));
  const [command, args] = fetch(folder);
  const { status, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...env, GOBIN: folder, GOFLAGS: "-mod=mod" },
  });
  if (status === 0) {
    // Another worker may have been faster: its copy is as good.
    if (!existsSync(target)) renameSync(folder, target);
    return target;
  }
  rmSync(folder, { recursive: true, force: true });
  const message = `${name} ${version} cannot be had, and tests that need it are not run: ${error?.message ?? stderr.trim().split("\n").at(-1)}`;
  if (env["CI"] !== undefined && env["CI"] !== "") throw new Error(message);
  process.stderr.write(`\n!! ${message}\n`);
  return undefined;
}
