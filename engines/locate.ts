import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { PINNED } from "./engine.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The program that a name means: a path as it stands, a bare name by the PATH. */
export function which(name: string, env: Environment): string | null {
  if (name.includes("/") || name.includes("\\")) return isProgram(resolve(name)) ? resolve(name) : null;
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  for (const folder of (env.PATH ?? env.Path ?? "").split(delimiter)) {
    if (folder === "") continue;
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (isProgram(path)) return path;
    }
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Where engines that we fetched or built are kept: `$XDG_CACHE_HOME/terroir/engines`, by default under `~/.cache`. */
export function engineCache(env: Environment): string {
  const base = env.XDG_CACHE_HOME !== undefined && env.XDG_CACHE_HOME !== "" ? env.XDG_CACHE_HOME : join(env.HOME ?? homedir(), ".cache");
  return join(base, "terroir", "engines");
}

export const cachedTofu = (env: Environment, version: string = PINNED): string =>
  join(engineCache(env), `opentofu-${version}`, process.platform === "win32" ? "tofu.exe" : "tofu");
