import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildFromGo, type GoProgram } from "../build.ts";
import { atLeast } from "../engine.ts";
import { type Environment, engineCache, which } from "../locate.ts";

/** The release that is built when none is found. */
export const PULUMI_PINNED = "3.259.0";
/** The oldest release whose previews, policy packs and providers are as we read them. */
const PULUMI_OLDEST = "3.180.0";

/** Pulumi's engine: a program that previews and updates. */
export interface PulumiEngine {
  readonly path: string;
  readonly version: string;
  readonly from: "PULUMI_BINARY_NAME" | "pulumi on PATH" | "cache" | "build from source";
}

export interface FindPulumiOptions {
  /** @default process.env */
  readonly env?: Environment;
  /** Told before anything is built, and while it is. @default nothing is told, and so nothing is built */
  readonly say?: (line: string) => void;
  readonly signal?: AbortSignal;
}

const cachedPulumi = (env: Environment): string =>
  join(engineCache(env), `pulumi-${PULUMI_PINNED}`, process.platform === "win32" ? "pulumi.exe" : "pulumi");

const PROGRAM: GoProgram = {
  title: `Pulumi ${PULUMI_PINNED}`,
  module: "pulumi-build",
  package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  version: `github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${PULUMI_PINNED}`,
  cached: cachedPulumi,
};

/**
 * Finds Pulumi's engine: what PULUMI_BINARY_NAME says, `pulumi` on the PATH, our cache, a build from its Go module.
 *
 * @throws Error that says what was tried
 */
export async function findPulumi(options: FindPulumiOptions = {}): Promise<PulumiEngine> {
  const env = options.env ?? process.env;
  const tried: string[] = [];
  const named = env.PULUMI_BINARY_NAME ?? "";
  const places =
    named === ""
      ? ([
          ["pulumi on PATH", "pulumi"],
          ["cache", cachedPulumi(env)],
        ] as const)
      : ([["PULUMI_BINARY_NAME", named]] as const);
  for (const [from, name] of places) {
    const path = which(name, env);
    const version = path === null ? null : versionOf(path);
    if (path !== null && version !== null && atLeast(version, PULUMI_OLDEST)) return { path, version, from };
    tried.push(
      `${from}: ${path === null ? `there is no ${name}` : version === null ? `${path} does not say that it is Pulumi` : `Pulumi ${version} is too old`}.`,
    );
  }
  if (named === "" && options.say !== undefined) {
    try {
      const { path } = await buildFromGo(PROGRAM, { env, say: options.say, ...(options.signal && { signal: options.signal }) });
      return { path, version: PULUMI_PINNED, from: "build from source" };
    } catch (error) {
      options.signal?.throwIfAborted();
      tried.push(`build from source: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    `Pulumi's engine was not found. Install Pulumi ${PULUMI_OLDEST} or newer (https://www.pulumi.com/docs/install/), or name it in PULUMI_BINARY_NAME.\n${tried.map((one) => `  ${one}`).join("\n")}`,
  );
}

/** A version is printed in well under a second. */
const PATIENCE = 15_000;

function versionOf(path: string): string | null {
  const { stdout } = spawnSync(path, ["version"], {
    encoding: "utf8",
    timeout: PATIENCE,
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  return /^v(\d+\.\d+\.\d+\S*)\s*$/.exec(stdout ?? "")?.[1] ?? null;
}
