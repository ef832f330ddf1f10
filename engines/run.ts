import { type Engine, TITLES } from "./engine.ts";
import { EngineError } from "./error.ts";
import type { Environment } from "./locate.ts";
import { type ProcessResult, run } from "./process.ts";
import { shownJson } from "./shown-json.ts";

export interface RunOptions {
  readonly cwd: string;
  /** The whole environment: nothing of this process's is added. */
  readonly env: Environment;
  readonly signal?: AbortSignal;
  readonly line?: (text: string, stream: "stdout" | "stderr") => void;
}

/** An engine in a folder: each method is one of its commands, and throws an EngineError when it fails. */
export interface EngineRun {
  init(...flags: readonly string[]): Promise<ProcessResult>;
  validate(): Promise<ProcessResult>;
  /** Gives whether there is anything to do. */
  plan(file: string, ...flags: readonly string[]): Promise<{ readonly changes: boolean; readonly output: string }>;
  /** A plan file, or the state when none is named, as JSON. */
  show(file?: string): Promise<unknown>;
  apply(file: string): Promise<ProcessResult>;
  destroy(...flags: readonly string[]): Promise<ProcessResult>;
  import(address: string, id: string, ...flags: readonly string[]): Promise<ProcessResult>;
  refresh(...flags: readonly string[]): Promise<ProcessResult>;
  /** Any other command; the exit codes in `fine` are no failure. */
  command(args: readonly string[], fine?: readonly number[]): Promise<ProcessResult>;
}

export function engineIn(engine: Engine, options: RunOptions): EngineRun {
  const command = async (args: readonly string[], fine: readonly number[] = [0]): Promise<ProcessResult> => {
    const result = await run(engine.path, args, options);
    if (result.code !== null && fine.includes(result.code)) return result;
    throw new EngineError(`${TITLES[engine.kind]} ${args[0] ?? ""}`, result);
  };
  const quietly = ["-input=false", "-no-color"];
  return {
    command,
    init: (...flags) => command(["init", ...quietly, ...flags]),
    validate: () => command(["validate", "-no-color"]),
    async plan(file, ...flags) {
      const result = await command(["plan", ...quietly, "-detailed-exitcode", `-out=${file}`, ...flags], [0, 2]);
      return { changes: result.code === 2, output: result.stdout };
    },
    async show(file) {
      const { stdout } = await run(engine.path, ["show", "-json", ...(file === undefined ? [] : [file])], {
        ...options,
        line: () => {},
      }).then((result) => {
        // What it had printed by then are values.
        if (result.code !== 0) throw new EngineError(`${TITLES[engine.kind]} show`, { ...result, stdout: "" });
        return result;
      });
      return shownJson(stdout);
    },
    apply: (file) => command(["apply", ...quietly, file]),
    destroy: (...flags) => command(["destroy", ...quietly, "-auto-approve", ...flags]),
    import: (address, id, ...flags) => command(["import", ...quietly, ...flags, address, id]),
    refresh: (...flags) => command(["refresh", ...quietly, ...flags]),
  };
}
