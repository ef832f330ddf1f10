import { build } from "./build.ts";
import { type Engine, OLDEST, PINNED } from "./engine.ts";
import { cachedTofu, type Environment, which } from "./locate.ts";
import { requireReadableLock } from "./own-lock.ts";
import { type Candidate, type Probed, probe } from "./probe.ts";
import { fetchRelease } from "./release.ts";

export interface FindOptions {
  /** @default process.env */
  readonly env?: Environment;
  /**
   * Whether an engine may be fetched, or built, when none is here.
   * @default true
   */
  readonly fetch?: boolean;
  /** Told before anything is fetched, and while it is. @default nothing is told, and so nothing is fetched */
  readonly say?: (line: string) => void;
  readonly signal?: AbortSignal;
  /** Whether an OpenTofu in our cache goes before a Terraform on the PATH: there is something that only OpenTofu reads. @default false */
  readonly openTofuFirst?: boolean;
}

export interface EngineSearch {
  /** The engine to use; null when none was found. */
  readonly engine: Engine | null;
  /** Every place that was looked at, in order, and what came of it. */
  readonly why: readonly Candidate[];
}

/**
 * Finds the engine: what TERRAFORM_BINARY_NAME says, `tofu`, `terraform` on the PATH, our cache, the official OpenTofu release, a build from
 * its source. The first that is new enough is used. A TERRAFORM_BINARY_NAME that is no usable engine ends the search: somebody asked for
 * that one and no other.
 *
 * @throws InputError when the folder's lock file would keep every engine
 */
export async function findEngine(options: FindOptions = {}): Promise<EngineSearch> {
  requireReadableLock();
  const env = options.env ?? process.env;
  const why: Candidate[] = [];
  const used = (probed: Probed): Engine | null => {
    why.push(probed.candidate);
    return probed.engine;
  };

  const named = env.TERRAFORM_BINARY_NAME;
  if (named !== undefined && named !== "") {
    const path = which(named, env);
    if (path === null)
      why.push({ from: "TERRAFORM_BINARY_NAME", tried: named, outcome: "missing", because: `There is no program ${named}.` });
    return { engine: path === null ? null : used(await probe(path, "TERRAFORM_BINARY_NAME")), why };
  }
  why.push({ from: "TERRAFORM_BINARY_NAME", tried: null, outcome: "not-tried", because: "The variable is not set." });

  const tofu = (): Promise<Engine | null> => onPath("tofu");
  const terraform = (): Promise<Engine | null> => onPath("terraform");
  for (const look of options.openTofuFirst === true ? [tofu, inCache, terraform] : [tofu, terraform, inCache]) {
    const engine = await look();
    if (engine !== null) return { engine, why };
  }
  return { engine: await obtain(options, env, why), why };

  async function onPath(name: "tofu" | "terraform"): Promise<Engine | null> {
    const path = which(name, env);
    if (path !== null) return used(await probe(path, `${name} on PATH`));
    why.push({ from: `${name} on PATH`, tried: name, outcome: "missing", because: `There is no ${name} on the PATH.` });
    return null;
  }

  async function inCache(): Promise<Engine | null> {
    const path = which(cachedTofu(env), env);
    if (path !== null) return used(await probe(path, "cache"));
    why.push({ from: "cache", tried: cachedTofu(env), outcome: "missing", because: `OpenTofu ${PINNED} is not in the cache.` });
    return null;
  }
}

/** Fetches or builds, in this order; says so first. */
async function obtain(options: FindOptions, env: Environment, why: Candidate[]): Promise<Engine | null> {
  const { say, signal } = options;
  if (options.fetch === false || say === undefined) {
    const because = "Fetching was not allowed.";
    why.push({ from: "official release", tried: null, outcome: "not-tried", because });
    why.push({ from: "build from source", tried: null, outcome: "not-tried", because });
    return null;
  }
  for (const [from, get] of [["official release", fetchRelease] as const, ["build from source", build] as const]) {
    try {
      const { path, because } = await get({ env, say, ...(signal ? { signal } : {}) });
      const probed = await probe(path, from);
      why.push({ ...probed.candidate, because: `${probed.candidate.because} ${because}` });
      if (probed.engine !== null) return probed.engine;
    } catch (error) {
      if (signal?.aborted === true) throw error;
      const because = error instanceof Error ? error.message : String(error);
      say(because);
      why.push({ from, tried: `OpenTofu ${PINNED}`, outcome: "failed", because });
    }
  }
  return null;
}

/** What a person needs to read when no engine was found. */
export function explainMissing(search: EngineSearch): string {
  const tried = search.why.map((c) => `  ${c.from}: ${c.because}`).join("\n");
  return `No engine was found. Install OpenTofu ${OLDEST.opentofu} or newer (https://opentofu.org/docs/intro/install/), or Terraform ${OLDEST.terraform} or newer, or name one in TERRAFORM_BINARY_NAME.\n${tried}`;
}
