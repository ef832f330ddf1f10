import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../catalogue/package-root.ts";
import { PINNED } from "./engine.ts";
import { errorsIn } from "./error.ts";
import { cachedTofu, type Environment, which } from "./locate.ts";
import { intoCache, type Obtained, type ObtainOptions } from "./obtain.ts";
import { run } from "./process.ts";

/** A program that is built from its Go module. */
export interface GoProgram {
  /** `OpenTofu 1.12.6`. */
  readonly title: string;
  /** Folder below `engines/` with the go.mod and go.sum that pin everything. */
  readonly module: string;
  /** Go package of the program. */
  readonly package: string;
  /** `-X` assignment that tells the program its version. */
  readonly version: string;
  readonly cached: (env: Environment) => string;
}

const OPENTOFU: GoProgram = {
  title: `OpenTofu ${PINNED}`,
  module: "opentofu-build",
  package: "github.com/opentofu/opentofu/cmd/tofu",
  version: "github.com/opentofu/opentofu/version.dev=no",
  cached: cachedTofu,
};

/** Builds the pinned OpenTofu from its Go module. */
export const build = (options: ObtainOptions): Promise<Obtained> => buildFromGo(OPENTOFU, options);

/**
 * Builds a pinned program from its Go module. The module's checksum is in its `go.sum`, which Go checks: what is built is what was pinned. Needs Go;
 * an older Go fetches the one that the module asks for by itself.
 */
export async function buildFromGo(program: GoProgram, options: ObtainOptions): Promise<Obtained> {
  const { env, say, signal } = options;
  const { title, cached } = program;
  const go = which("go", env);
  if (go === null) throw new Error(`${title} cannot be built: there is no Go on the PATH.`);
  say(`Building ${title} from its source with ${go}. This takes some minutes and fetches about 300 MB, once.`);
  const path = await intoCache(env, cached(env), async (folder) => {
    const source = join(packageRoot(), "engines", program.module);
    const module = join(folder, "module");
    mkdirSync(module);
    for (const name of ["go.mod", "go.sum"]) copyFileSync(join(source, name), join(module, name));
    const made = join(folder, process.platform === "win32" ? "made.exe" : "made");
    const flags = ["-trimpath", "-ldflags", `-s -w -X ${program.version}`, "-o", made];
    const begun = Date.now();
    const ticking = setInterval(() => say(`  building, ${Math.round((Date.now() - begun) / 1000)} s`), 30_000);
    try {
      const result = await run(go, ["build", "-v", ...flags, program.package], {
        cwd: module,
        env: { ...env, CGO_ENABLED: "0", GOTOOLCHAIN: env.GOTOOLCHAIN ?? "auto", GOFLAGS: "-mod=readonly", GOWORK: "off" },
        ...(signal ? { signal } : {}),
        line: progress(say),
      });
      if (result.code !== 0) throw new Error(`${title} could not be built. Go says:\n${errorsIn(result.stderr)}`);
    } finally {
      clearInterval(ticking);
    }
    return made;
  });
  return { path, because: "Built from source." };
}

/** Go names each package that it compiles, about 1,700: every hundredth is progress enough. */
function progress(say: (line: string) => void): (line: string) => void {
  let packages = 0;
  return (line) => {
    if (line.startsWith("go: ")) say(`  ${line}`);
    else if (++packages % 100 === 0) say(`  ${packages} packages compiled`);
  };
}
